using Dashboard.Application.Changes;
using Dashboard.Application.Journal;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks;
using Dashboard.Web.Words;

namespace Dashboard.Web.Features.Changes;

/// <summary>Where a change stands, in words and in addresses.</summary>
public static class StandingWords
{
    public static readonly IReadOnlyList<string> Groups = ["Needs somebody", "On the way to HubSpot", "In HubSpot"];

    /// <summary>Null shows all; so does a word nobody knows.</summary>
    public static Standing? Read(string? word) => Enum.GetValues<Standing>().Where(s => Word(s) == word).Select(s => (Standing?)s).FirstOrDefault();

    public static string Word(Standing standing) => standing switch
    {
        Standing.Undecided => "needs-decision",
        Standing.Wanting => "needs-field",
        _ => standing.ToString().ToLowerInvariant(),
    };

    public static string Name(Standing standing) => standing switch
    {
        Standing.Undecided => "Needs decision",
        Standing.Wanting => "Needs a field",
        _ => standing.ToString(),
    };

    public static string Icon(Standing standing) => standing switch
    {
        Standing.Refused => "warning",
        Standing.Conflict => "people",
        Standing.Undecided => "help",
        Standing.Wanting => "edit",
        Standing.Checking => "search",
        Standing.Waiting => "clock",
        Standing.Saving => "out",
        _ => "done",
    };

    public static string Meaning(Standing standing) => standing switch
    {
        Standing.Refused => "HubSpot did not accept it; HubSpot keeps its own value",
        Standing.Conflict => "Somebody changed the same field in HubSpot; nothing was overwritten",
        Standing.Undecided => "HubSpot did not answer many times; nothing more is tried by itself",
        Standing.Wanting => "HubSpot takes it only with another field; nothing was sent yet",
        Standing.Checking => "Sent without an answer; HubSpot is looked through before it is sent again",
        Standing.Waiting => "Stored here, sent later",
        Standing.Saving => "Stored here, being sent now",
        _ => "HubSpot has it",
    };

    /// <summary>Why it stands there, when there is something to say.</summary>
    public static string? Why(JournalEntry entry) => entry.Standing switch
    {
        Standing.Refused => entry.Change.Reason ?? "HubSpot did not accept this.",
        Standing.Conflict => entry.Change.Reason ?? "Somebody changed the same field in HubSpot meanwhile. Nothing was overwritten.",
        Standing.Undecided => entry.Change.Reason ?? "HubSpot did not answer.",
        Standing.Wanting => $"{WantedWords.First(entry.Change.Wants)}. Nothing was sent yet.",
        Standing.Checking => entry.Change.Reason ?? "It was sent, but no answer came.",
        Standing.Waiting => entry.Change.Reason ?? (entry.Change.Kind == ChangeKind.Delete ? "Held back for a moment, in case of second thoughts." : null),
        _ => null,
    };

    /// <summary>What helps, or what happens next.</summary>
    public static string? Next(JournalEntry entry, DateTimeOffset now, ClockFace clock) => entry.Standing switch
    {
        Standing.Refused when entry.Change.Wants is not null => $"Fill in {WantedWords.Names(entry.Change.Wants)} and both are saved as one change.",
        Standing.Refused => "HubSpot keeps its own value. Change it in the task, try it again, or let it be.",
        Standing.Undecided => $"Tried {Times(entry.Change.Attempts)}. Try it again when HubSpot is well, or let it be.",
        Standing.Checking => $"HubSpot is looked through {At(entry.Change.NotBefore, now, clock)}, before anything is sent twice.",
        Standing.Waiting => $"{(entry.Change.Attempts > 0 ? $"Tried {Times(entry.Change.Attempts)}, next try" : "Sent")} {At(entry.Change.NotBefore, now, clock)}.",
        _ => null,
    };

    private static string Times(int attempts) => attempts == 1 ? "once" : $"{attempts} times";

    private static string At(DateTimeOffset when, DateTimeOffset now, ClockFace clock) => (when - now).TotalSeconds switch
    {
        <= 1 => "now",
        < 90 and var seconds => $"in {Math.Ceiling(seconds):0} seconds",
        _ => DueWords.Day(when, now, clock),
    };
}
