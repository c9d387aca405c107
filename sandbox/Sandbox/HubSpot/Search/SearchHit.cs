using Dashboard.Sandbox.World.Records;
using Dashboard.Sandbox.World.Schema;

namespace Dashboard.Sandbox.HubSpot.Search;

/// <summary>A record that passed, with what it is sorted by.</summary>
public readonly record struct SearchHit(Record Record, RecordState State, long Number, string? Text)
{
    public static SearchHit Of(PropertyDefinition? by, ComputeInput input) =>
        new(input.Record, input.State, by?.Key?.Invoke(input) ?? 0, by is { Key: null } ? by.Read(input) : null);

    /// <summary>Records without a value come last either way; equal ones by id.</summary>
    public static int Order(PropertyDefinition by, bool descending, SearchHit left, SearchHit right)
    {
        if (by.Key is null && (left.Text is null || right.Text is null))
        {
            return left.Text is null && right.Text is null ? left.Record.Id.CompareTo(right.Record.Id) : left.Text is null ? 1 : -1;
        }

        var order = by.Key is null ? SearchOrder.Compare(by, left.Text!, right.Text!) : left.Number.CompareTo(right.Number);
        return order == 0 ? left.Record.Id.CompareTo(right.Record.Id) : descending ? -order : order;
    }
}
