using System.Runtime.CompilerServices;
using System.Text.Json;
using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Links;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Web.Features.Tasks.Editing;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks.Creating;

/// <summary>From the form to a task, and what is kept of the form until then.</summary>
public sealed partial class NewTaskPanel
{
    private readonly Dictionary<string, FoundRecord> found = [];
    private Guid operation = Guid.NewGuid();
    private string? doubted;

    private string KeyOf(string part) => $"{Workspace.Actor.PersonId:N}/{Workspace.Slug}/new/{Start}/{part}";

    private async Task SubmitAsync()
    {
        if (busy)
        {
            return;
        }

        (busy, sentence) = (true, null);
        turn++;
        await UnderstandAsync(askHubSpot: true);
        if (!literal && understood is { IsClear: false } && doubted != line)
        {
            (doubted, busy) = (line, false);
            sentence = "Part of the line was not understood. Correct it, or press Enter again to create the task without it.";
            return;
        }

        await CreateAsync();
        busy = false;
    }

    private async Task CreateAsync()
    {
        var typed = notes is null ? keptNotes : await notes.ReadAsync();
        if (notes is not null && typed is null)
        {
            form!.Tell(TaskProperty.Body, "These notes are far longer than the 65,536 characters HubSpot takes. Shorten them; nothing is lost here.");
            return;
        }

        var targets = records.Select(r => new LinkTarget(r.ObjectType, r.Id)).Concat(literal ? [] : understood?.Targets ?? []).ToList();
        var saved = await actions.CreateAsync(Workspace.Slug, new NewTask(operation, Values(typed), targets), Viewer.Own());
        if (!saved.Ok)
        {
            Tell(saved.Failure);
            return;
        }

        operation = Guid.NewGuid();
        made.Insert(0, new MadeTask(saved.Value.TaskId, Title));
        await ForgetAsync();
        if (FormStart.Read(Start, default).After is not null)
        {
            navigation.NavigateTo(Beside.WithTask(navigation.Uri, saved.Value.TaskId));
            return;
        }

        Begin();
        line = "";
        (literal, notes) = (false, null);
        await input.FocusAsync();
    }

    /// <summary>HubSpot answers a moment after the task stands here.</summary>
    private void Heard(WorkspaceSignal signal) => _ = InvokeAsync(async () =>
    {
        for (var at = 0; at < made.Count && signal is WorkspaceSignal.TasksChanged changed && !closed.IsCancellationRequested; at++)
        {
            if (changed.TaskIds.Contains(made[at].Id) && await tasks.ShowAsync(Workspace.Slug, made[at].Id, closed.Token) is { Ok: true, Value: var now })
            {
                made[at] = made[at] with { Refusal = now.Details.Changes.FirstOrDefault(c => c is { Kind: ChangeKind.Create, State: ChangeState.Refused })?.Reason };
                StateHasChanged();
            }
        }
    });

    private string Title => (literal ? null : understood?.Values.GetValueOrDefault(TaskProperty.Subject)) ?? line.Trim();

    /// <summary>What the address began with, what the line says, and what was picked by hand: the later wins.</summary>
    private Dictionary<string, string?> Values(string? typedNotes)
    {
        var values = new Dictionary<string, string?>(sight!.Values);
        foreach (var (property, value) in (literal ? null : understood?.Values) ?? new Dictionary<string, string?>())
        {
            values[property] = value;
        }

        foreach (var (property, entry) in form!.Entries.Where(e => e.Key.StartsWith('h')))
        {
            values[property] = entry.Typed;
        }

        values[TaskProperty.Subject] = Title;
        if (!string.IsNullOrEmpty(typedNotes))
        {
            values[TaskProperty.Body] = typedNotes;
        }

        return values;
    }

    private void Tell(Failure refusal)
    {
        if (refusal is not Failure.Unfit unfit)
        {
            sentence = refusal.Sentence;
            return;
        }

        foreach (var (field, problem) in unfit.Fields)
        {
            form!.Tell(field, problem);
            open |= field is not (TaskProperty.Subject or "records");
        }
    }

    private async IAsyncEnumerable<ComboFinds> FindAsync(string text, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var askHubSpot in new[] { false, true })
        {
            var answer = await actions.FindAsync(Workspace.Slug, text, askHubSpot, ct);
            foreach (var record in answer.Ok ? answer.Value.Records : [])
            {
                found[$"{record.ObjectType}/{record.Id}"] = record;
            }

            yield return answer.Ok
                ? new ComboFinds([.. answer.Value.Records.Except(records).Select(r => new ComboOption($"{r.ObjectType}/{r.Id}", r.Name, r.Detail, RecordAddress.KindOf(r.ObjectType)))], answer.Value.Trouble, askHubSpot)
                : new ComboFinds([], answer.Failure.Sentence);
        }
    }

    /// <summary>What was picked goes to the browser's keeping; what is typed gets there by itself.</summary>
    private Task KeepAsync()
    {
        form!.Clear("records");
        var kept = new KeptForm(form.Entries.ToDictionary(e => e.Key, e => e.Value.Typed), records);
        return drafts.KeepAsync(KeyOf("fields"), JsonSerializer.Serialize(kept));
    }

    private async Task ForgetAsync()
    {
        foreach (var part in new[] { "line", "notes", "fields" })
        {
            await drafts.ForgetAsync(KeyOf(part));
        }
    }

    private async Task TakeDraftAsync()
    {
        foreach (var draft in await drafts.ReadAsync(KeyOf("")))
        {
            switch (draft.Key[KeyOf("").Length..])
            {
                case "line" when draft.Value.Length > 0:
                    line = draft.Value;
                    break;
                case "notes" when draft.Value.Length > 0:
                    (keptNotes, open) = (draft.Value, true);
                    break;
                case "fields":
                    Take(draft.Value);
                    break;
            }
        }

        await UnderstandAsync(askHubSpot: false);
        StateHasChanged();
    }

    /// <summary>Kept text is the browser's: what cannot be read is as if it were not there.</summary>
    private void Take(string text)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<KeptForm>(text);
            foreach (var (property, value) in kept?.Fields ?? [])
            {
                form!.Type(property, value);
                open = true;
            }

            records = kept?.Records ?? records;
        }
        catch (JsonException)
        {
            // Nothing to take.
        }
    }

    private sealed record KeptForm(Dictionary<string, string> Fields, List<FoundRecord> Records);
}
