using System.Globalization;
using Dashboard.Application.Board;
using Dashboard.Application.Board.Table;
using Dashboard.Web.Shell.Addresses;

namespace Dashboard.Web.Features.List;

/// <summary>Everything that decides what the list shows, as its address says it. Unknown words fall back to the usual.</summary>
/// <param name="Page">Counted from 1.</param>
public sealed record ListState(BoardQuery Filter, TableSort Sort, bool Descending, IReadOnlyList<ListColumn> Columns, int Page)
{
    /// <summary>Enough to scroll through, few enough to draw at once.</summary>
    public const int Rows = 100;

    private const int LastPage = 20_000;

    public TableQuery Query => new(Filter, Sort, Descending, (Page - 1) * Rows, Rows);

    public static ListState Read(string address)
    {
        var sort = PageAddress.One(address, "sort") ?? "";
        var columns = PageAddress.One(address, "cols")?.Split(',').Distinct().Select(key => ListColumn.All.FirstOrDefault(c => c.Key == key)).OfType<ListColumn>().ToList();
        var page = int.TryParse(PageAddress.One(address, "page"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 1;
        return new ListState(
            BoardAddress.Read(address),
            Enum.TryParse<TableSort>(sort.TrimStart('-'), ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : TableSort.Due,
            sort.StartsWith('-'),
            columns is { Count: > 0 } ? columns : PageAddress.One(address, "cols") == "none" ? [] : ListColumn.Usual,
            Math.Clamp(page, 1, LastPage));
    }

    public static string WithSort(string address, TableSort sort, bool descending) => PageAddress.Chosen(
        address, ("sort", sort == TableSort.Due && !descending ? null : (descending ? "-" : "") + sort.ToString().ToLowerInvariant()), ("page", null));

    public static string WithColumns(string address, IReadOnlyList<ListColumn> columns) => PageAddress.Chosen(
        address, ("cols", columns.Count == 0 ? "none" : columns.SequenceEqual(ListColumn.Usual) ? null : string.Join(',', columns.Select(c => c.Key))));

    public static string WithPage(string address, int page) => PageAddress.Chosen(address, ("page", page <= 1 ? null : page.ToString(CultureInfo.InvariantCulture)));
}
