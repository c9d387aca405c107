using System.Globalization;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;

namespace Dashboard.Application.Board.Columns;

/// <summary>What a column means, before anything was read for it.</summary>
internal sealed record ColumnSpec(string Zone, string Title, Func<IQueryable<CrmTask>, IQueryable<CrmTask>> Rows, bool IsClosed = false, string? NoDrop = null)
{
    /// <summary>Zone of values that the portal does not list.</summary>
    public const string Other = "other";

    /// <summary>The columns of a board, in the portal's order.</summary>
    /// <param name="ownersWithTasks">Owner ids that occur, for grouping by owner; null stands for nobody.</param>
    public static IReadOnlyList<ColumnSpec> Of(BoardScope scope, IReadOnlyList<long?> ownersWithTasks) => scope.Query.Group switch
    {
        BoardGrouping.Due => ByDue(scope),
        BoardGrouping.Owner => ByOwner(scope, ownersWithTasks),
        BoardGrouping.Priority => ByPriority(scope),
        BoardGrouping.Type => ByType(scope),
        _ => ByStatus(scope),
    };

    private static ColumnSpec[] ByStatus(BoardScope scope)
    {
        string?[] known = [.. scope.Words.Statuses.All.Select(o => o.Value)];
        return
        [
            .. scope.Words.Statuses.All.Where(o => !o.IsHidden)
                .Select(o => new ColumnSpec($"status:{o.Value}", o.Label, rows => rows.Where(t => t.Status == o.Value), o.IsClosed)),
            new($"status:{Other}", "Other", rows => rows.Where(t => t.Status == null || !known.Contains(t.Status)),
                NoDrop: "These cards have a status that the portal does not list, so nothing can be moved here."),
        ];
    }

    private static ColumnSpec[] ByDue(BoardScope scope)
    {
        var closed = scope.Words.Statuses.All.FirstOrDefault(o => o.IsClosed);
        return
        [
            .. Enum.GetValues<DueBucket>().Select(bucket => new ColumnSpec(
                $"due:{bucket}", BoardWords.NameOf(bucket), rows => scope.InBucket(rows.Where(t => !t.IsClosed), bucket), NoDrop: WhyNoDrop(bucket))),
            new($"status:{closed?.Value ?? "COMPLETED"}", closed?.Label ?? "Completed", rows => rows.Where(t => t.IsClosed), IsClosed: true),
        ];
    }

    private static string? WhyNoDrop(DueBucket bucket) => bucket switch
    {
        DueBucket.Overdue => "A task becomes overdue by itself. Pick today or a later day.",
        DueBucket.ThisWeek or DueBucket.Later => "Which day is open here. Pick a day on the calendar.",
        DueBucket.NoDate => "HubSpot tasks need a due date.",
        _ => null,
    };

    private static ColumnSpec[] ByOwner(BoardScope scope, IReadOnlyList<long?> ownersWithTasks)
    {
        var shown = scope.Words.Owners.Where(o => !o.IsArchived || ownersWithTasks.Contains(o.Id)).Take(60).ToList();
        var strangers = ownersWithTasks.Where(id => id is not null && scope.Words.Owner(id) is null);
        return
        [
            .. shown.Select(o => new ColumnSpec(Zoned(o.Id), o.Name, rows => rows.Where(t => t.OwnerId == o.Id),
                NoDrop: o.IsArchived ? $"{o.Name} is no longer active in HubSpot." : null)),
            .. strangers.Select(id => new ColumnSpec(Zoned(id!.Value), scope.Words.OwnerName(id), rows => rows.Where(t => t.OwnerId == id),
                NoDrop: "HubSpot does not list this owner.")),
            new("owner:", "Nobody", rows => rows.Where(t => t.OwnerId == null)),
        ];

        static string Zoned(long id) => "owner:" + id.ToString(CultureInfo.InvariantCulture);
    }

    private static ColumnSpec[] ByPriority(BoardScope scope)
    {
        string?[] known = [.. scope.Words.Priorities.Select(o => o.Value)];
        return
        [
            .. scope.Words.Priorities.Reverse()
                .Select(o => new ColumnSpec($"priority:{o.Value}", o.Label, rows => rows.Where(t => t.Priority == o.Value))),
            new($"priority:{Other}", "Not set or other", rows => rows.Where(t => t.Priority == null || !known.Contains(t.Priority)),
                NoDrop: "These cards have no priority or one that the portal does not list."),
        ];
    }

    private static ColumnSpec[] ByType(BoardScope scope)
    {
        string?[] known = [.. scope.Words.Types.Select(o => o.Value)];
        return
        [
            .. scope.Words.Types.Select(o => new ColumnSpec($"type:{o.Value}", o.Label, rows => rows.Where(t => t.Type == o.Value))),
            new($"type:{Other}", "Other", rows => rows.Where(t => t.Type == null || !known.Contains(t.Type)),
                NoDrop: "These cards have a type that the portal does not list."),
        ];
    }
}
