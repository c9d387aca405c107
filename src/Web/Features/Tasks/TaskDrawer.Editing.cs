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
    private string DraftKeyOf(string property) => DraftKeyOf(TaskId, property);

    private string DraftKeyOf(long task, string property) => $"{Workspace.Actor.PersonId:N}/{Workspace.Slug}/{task}/{property}";

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

    /// <summary>Shown at once; stored after what was saved before it, so that it is compared with what that left behind.</summary>
    private Task SaveAsync(FieldTyped typed)
    {
        if (form is null)
        {
            return Task.CompletedTask;
        }

        var (task, entry) = (TaskId, form.Type(typed.Property, typed.Value, typed.Seen));
        form.Saving(typed.Property);
        return turns.RunAsync(() => StoreAsync(task, typed.Property, entry));
    }

    /// <summary>Stores what was typed, whatever the drawer shows by then.</summary>
    private async Task StoreAsync(long task, string property, FieldEntry entry)
    {
        var now = task == TaskId ? form?.Saved(property) : null;
        if (now is not null && IsSame(property, entry.Typed, now) && RefusedCreation is null)
        {
            await SettledAsync(task, property, entry.Typed);
            return;
        }

        var seen = now is null ? entry.Seen : own.Seen(property, entry.Seen, now);
        var saved = await edits.SaveAsync(
            Workspace.Slug,
            new TaskEdit(Guid.NewGuid(), task, new Dictionary<string, string?> { [property] = entry.Typed }) { Seen = new Dictionary<string, string?> { [property] = seen } },
            Viewer.Own());
        if (!saved.Ok)
        {
            TakeFailure(task, property, saved.Failure);
            return;
        }

        if (task == TaskId && !closed.IsCancellationRequested)
        {
            await LoadAsync();
            own.Stored(property, seen, form?.Saved(property) ?? entry.Typed);
            AskForWants();
        }

        await SettledAsync(task, property, entry.Typed);
    }

    private void TakeFailure(long task, string property, Failure failure)
    {
        if (task == TaskId)
        {
            form?.Take(failure, property);
        }
        else
        {
            sentence = $"The task that was open before was not changed. {failure.Sentence}";
        }
    }

    /// <summary>Saves what was typed over whatever is there now.</summary>
    private Task SaveOverAsync(string property) => form?.Entry(property) is { } entry
        ? SaveAsync(new FieldTyped(property, entry.Typed, entry.Theirs ?? entry.Seen))
        : Task.CompletedTask;

    /// <summary>This much is saved; what was typed since is not.</summary>
    private async Task SettledAsync(long task, string property, string value)
    {
        if (task == TaskId && form?.Entry(property)?.Typed == value)
        {
            form.Clear(property);
        }

        await drafts.ForgetAsync(DraftKeyOf(task, property), value);
    }

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
        var moved = await edits.ToggleAsync(Workspace.Slug, sight!.Details.Task, Viewer.Own());
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
        AskForWants();
    }

    /// <summary>What was just wanted is not sent before HubSpot gets another field with it.</summary>
    private void AskForWants()
    {
        if (sight?.Details.Task is { ChangeState: TaskChangeState.Wanting, ChangeId: { } waits })
        {
            wanted.Ask(waits);
        }
    }
}
