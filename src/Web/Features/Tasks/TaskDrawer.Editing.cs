using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Web.Features.Tasks.Editing;
using Dashboard.Web.Shell.Addresses;

namespace Dashboard.Web.Features.Tasks;

/// <summary>The drawer's hands: what was typed or picked is saved field by field, with what the person had seen.</summary>
public sealed partial class TaskDrawer
{
    /// <summary>Kept drafts are the person's own, even where a browser is shared.</summary>
    private string DraftKeyOf(string property) => $"{Workspace.Actor.PersonId:N}/{Workspace.Slug}/{TaskId}/{property}";

    private async Task TakeDraftsAsync(long task)
    {
        if (!MayEdit)
        {
            return;
        }

        var start = DraftKeyOf("");
        foreach (var draft in await drafts.ReadAsync(start))
        {
            var property = draft.Key[start.Length..];
            if (task != TaskId || form is null || property is not (TaskProperty.Subject or TaskProperty.Body or TaskProperty.Queues))
            {
                continue;
            }

            if (IsSame(property, draft.Value, form.Saved(property)))
            {
                await drafts.ForgetAsync(draft.Key);
            }
            else
            {
                form.Type(property, draft.Value, draft.Seen);
            }
        }

        StateHasChanged();
    }

    private static bool IsSame(string property, string typed, string saved) =>
        typed == saved || (property == TaskProperty.Body && SafeHtml.Rebuild(typed) == SafeHtml.Rebuild(saved));

    private async Task<bool> SaveNotesAsync(FieldTyped typed)
    {
        await SaveAsync(typed);
        return form?.Entry(TaskProperty.Body) is null;
    }

    private async Task SaveAsync(FieldTyped typed)
    {
        var (property, value, seen) = typed;
        if (form is null || (IsSame(property, value, form.Saved(property)) && RefusedCreation is null))
        {
            await DiscardAsync(property);
            return;
        }

        form.Type(property, value, seen);
        form.Saving(property);
        StateHasChanged();
        var task = TaskId;
        var saved = await edits.SaveAsync(
            Workspace.Slug,
            new TaskEdit(Guid.NewGuid(), task, new Dictionary<string, string?> { [property] = value }) { Seen = new Dictionary<string, string?> { [property] = form.Entry(property)!.Seen } },
            Viewer.Zone());
        if (task != TaskId || closed.IsCancellationRequested)
        {
            return;
        }

        if (!saved.Ok)
        {
            form.Take(saved.Failure, property);
            return;
        }

        await DiscardAsync(property);
        await LoadAsync();
    }

    /// <summary>Saves what was typed over whatever is there now.</summary>
    private Task SaveOverAsync(string property) => form?.Entry(property) is { } entry
        ? SaveAsync(new FieldTyped(property, entry.Typed, entry.Theirs ?? entry.Seen))
        : Task.CompletedTask;

    private async Task DiscardAsync(string property)
    {
        form?.Clear(property);
        await drafts.ForgetAsync(DraftKeyOf(property));
    }

    private Task EditAgainAsync((Change Change, string Property) refused)
    {
        form?.Type(refused.Property, FieldChange.Read(refused.Change.Fields)[refused.Property].After ?? "");
        return Task.CompletedTask;
    }

    private async Task RetryAsync(Change change) => await SettleAsync(await edits.RetryAsync(Workspace.Slug, change.Id));

    private async Task LetBeAsync(Change change) => await SettleAsync(await edits.LetBeAsync(Workspace.Slug, change.Id));

    private async Task ToggleAsync()
    {
        busy = true;
        var moved = await edits.ToggleAsync(Workspace.Slug, sight!.Details.Task, Viewer.Zone());
        busy = false;
        await SettleAsync(moved);
    }

    private async Task DeleteAsync()
    {
        var gone = await edits.DeleteAsync(Workspace.Slug, TaskId);
        if (!gone.Ok)
        {
            sentence = gone.Failure.Sentence;
            return;
        }

        sentence = null;
        deleted = new DeletedView(gone.Value.Change, gone.Value.Subject, gone.Value.SendsAt, gone.Value.RestoreAddress, gone.Value.SendsAt is null);
    }

    private async Task UndoDeletionAsync()
    {
        var undone = await edits.UndoAsync(Workspace.Slug, deleted!.Change);
        sentence = undone.Ok ? null : undone.Failure.Sentence;
        deleted = undone.Ok ? null : deleted;
        await LoadAsync();
    }

    /// <summary>A task that is not there may have been named by HubSpot meanwhile, or been deleted here a moment ago.</summary>
    private async Task LookForTheTaskAsync(long task)
    {
        if (ProvisionalIds.Is(task) && await actions.FollowAsync(Workspace.Slug, task, closed.Token) is { Ok: true, Value: > 0 and var named })
        {
            navigation.NavigateTo(Beside.WithTask(navigation.Uri, named), replace: true);
        }
        else if (deleted is null && await actions.HistoryAsync(Workspace.Slug, task, null, closed.Token) is { Ok: true, Value: [{ Change: { Kind: ChangeKind.Delete } last } entry, ..] })
        {
            var waits = last.State == ChangeState.Waiting;
            deleted = new DeletedView(last.Id, entry.Fields.Values.FirstOrDefault()?.Before ?? "", waits ? last.NotBefore : null, null, ProvisionalIds.Is(task));
        }
    }

    private async Task SettleAsync<T>(Result<T> result)
    {
        sentence = result.Ok ? null : result.Failure.Sentence;
        await LoadAsync();
    }
}
