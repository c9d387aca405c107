using Dashboard.Application.Changes;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;

namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>The fields of one task as a form holds them: what is saved, what was typed over it, and what stands in the way.</summary>
/// <param name="saved">HubSpot's text of a property.</param>
public sealed class FieldForm(Func<string, string?> saved)
{
    private readonly Dictionary<string, FieldEntry> entries = [];

    /// <summary>What was typed and is not saved.</summary>
    public IReadOnlyDictionary<string, FieldEntry> Entries => entries;

    /// <summary>Changes of this task made here, newest first; refused ones are told beside their fields.</summary>
    public IReadOnlyList<Change> Changes { get; set; } = [];

    public string Saved(string property) => saved(property) ?? "";

    /// <summary>What the editor shows.</summary>
    public string Value(string property) => entries.GetValueOrDefault(property)?.Typed ?? Saved(property);

    public FieldEntry? Entry(string property) => entries.GetValueOrDefault(property);

    /// <param name="seen">What the person saw when they began, when that is not what is saved now.</param>
    public FieldEntry Type(string property, string value, string? seen = null) =>
        entries[property] = new FieldEntry(value, seen ?? entries.GetValueOrDefault(property)?.Seen ?? Saved(property));

    public void Put(string property, FieldEntry entry) => entries[property] = entry;

    public void Clear(string property) => entries.Remove(property);

    public void Saving(string property) => Alter(property, entry => entry with { IsSaving = true, Problem = null, Theirs = null });

    /// <summary>Puts a failure beside the fields it is about; a failure about none stands beside <paramref name="property"/>.</summary>
    public void Take(Failure failure, string property)
    {
        Alter(property, entry => entry with { IsSaving = false });
        switch (failure)
        {
            case Failure.Unfit unfit:
                foreach (var (field, sentence) in unfit.Fields)
                {
                    Tell(field, sentence);
                }

                break;
            case Failure.Conflict { Now: { } now } when now.TryGetValue(property, out var theirs):
                Alter(property, entry => entry with { Theirs = theirs ?? "" });
                break;
            default:
                Tell(property, failure.Sentence);
                break;
        }
    }

    public void Tell(string property, string sentence)
    {
        entries.TryAdd(property, new FieldEntry(Saved(property), Saved(property)));
        Alter(property, entry => entry with { Problem = sentence });
    }

    public string? Problem(string property) => entries.GetValueOrDefault(property)?.Problem;

    /// <summary>The newest change of a property, when HubSpot refused it.</summary>
    public Change? Refused(string property) =>
        Changes.FirstOrDefault(c => c.Kind == ChangeKind.Update && FieldChange.Read(c.Fields).ContainsKey(property)) is { State: ChangeState.Refused } refused ? refused : null;

    /// <summary>The newest change of a property, when it is not sent before HubSpot gets another field with it.</summary>
    public Change? Wanting(string property) =>
        Changes.FirstOrDefault(c => c.Kind == ChangeKind.Update && FieldChange.Read(c.Fields).ContainsKey(property)) is { State: ChangeState.Wanting } waits ? waits : null;

    /// <summary>The newest change of a property, when it was held back because HubSpot holds another value.</summary>
    public Change? Held(string property) =>
        Changes.FirstOrDefault(c => c.Kind == ChangeKind.Update && FieldChange.Read(c.Fields).ContainsKey(property)) is { State: ChangeState.Conflict } held ? held : null;

    /// <summary>Whether the newest change of a property is still on its way.</summary>
    public bool IsOnItsWay(string property) =>
        Changes.FirstOrDefault(c => FieldChange.Read(c.Fields).ContainsKey(property)) is { State: ChangeState.Waiting or ChangeState.Checking };

    private void Alter(string property, Func<FieldEntry, FieldEntry> alter)
    {
        if (entries.TryGetValue(property, out var entry))
        {
            entries[property] = alter(entry);
        }
    }

    /// <summary>The form of a task as it is.</summary>
    public static FieldForm Of(TaskDetails details) =>
        new(property => TaskProperty.Read(details.Task, property, details.Notes)) { Changes = details.Changes };
}
