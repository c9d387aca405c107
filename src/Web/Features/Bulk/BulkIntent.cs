using System.Globalization;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.Application.Tasks.Editing;

namespace Dashboard.Web.Features.Bulk;

/// <summary>Something to be done with all selected tasks, in the words of the person.</summary>
/// <param name="Verb">Begins a sentence: "Complete 9 tasks".</param>
/// <param name="To">Ends it: "to Tue 24 Nov".</param>
public sealed record BulkIntent(string Verb, string To, BulkWish Wish)
{
    public static readonly BulkIntent Deletion = new("Delete", "", BulkWish.Deletion);

    public static BulkIntent Completion(string status) => new("Complete", "", BulkWish.Set(TaskProperty.Status, status));

    public static BulkIntent Due(DateOnly day) => new(
        "Move", $"to {day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)}", BulkWish.Set(TaskProperty.Due, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    public static BulkIntent Owner(long? id, string name) => new("Give", $"to {name}", BulkWish.Set(TaskProperty.Owner, id?.ToString(CultureInfo.InvariantCulture) ?? ""));

    public static BulkIntent Priority(Choice choice) => new("Set", $"to {choice.Label} priority", BulkWish.Set(TaskProperty.Priority, choice.Value));

    public string Of(int count) => $"{Verb} {Tasks(count)}{(To.Length > 0 ? " " + To : "")}";

    public static string Tasks(int count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "task" : "tasks")}");
}
