using Dashboard.Application.Board;
using Dashboard.Application.Board.Table;
using Dashboard.Application.Tasks;
using Xunit;

namespace Dashboard.UnitTests.Board;

public sealed class ExportTests
{
    private static readonly BoardQuery All = new() { Owner = OwnerFilter.Everyone, Closed = ClosedWindow.All };

    [Fact]
    public async Task An_export_is_what_is_shown_and_no_cell_is_a_formula()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => t.Subject = "=HYPERLINK(\"http://x\";\"y\")");
        await desk.AddAsync(2, t => t.Subject = "plain, with comma");

        var csv = await ExportAsync(desk, ExportFormat.Csv, null, TableColumn.Status);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"", csv);
        Assert.Contains("\"plain, with comma\",Not started", csv);
        Assert.Equal(3, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        using var json = System.Text.Json.JsonDocument.Parse(await ExportAsync(desk, ExportFormat.Json));
        Assert.Equal(["=HYPERLINK(\"http://x\";\"y\")", "plain, with comma"], json.RootElement.EnumerateArray().Select(e => e.GetProperty("subject").GetString()));
    }

    [Fact]
    public async Task A_provisional_task_is_listed_without_an_id_of_hubspot()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(-5, t => t.ChangeState = TaskChangeState.Pending);
        Assert.StartsWith("\uFEFFId,", await ExportAsync(desk, ExportFormat.Csv), StringComparison.Ordinal);
        Assert.DoesNotContain("-5", (await ExportAsync(desk, ExportFormat.Csv)).Split("\r\n")[1].Split(',')[0]);
    }

    [Fact]
    public async Task Columns_filters_and_order_are_those_of_the_list()
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => t.Priority = "LOW");
        await desk.AddAsync(2, t => (t.Priority, t.OwnerId) = ("HIGH", Desk.Colleague));
        await desk.AddAsync(3, t => t.Status = "WAITING");

        var csv = await ExportAsync(
            desk, ExportFormat.Csv, new TableQuery(All with { Statuses = ["NOT_STARTED"] }, TableSort.Subject, Descending: true), TableColumn.Owner, TableColumn.Record, TableColumn.Created);

        Assert.Equal(
            ["\uFEFFId,Title,Owner,Record,More records,Created", "2,Task 2,Daniel Reyes,,,2026-11-12 10:00", "1,Task 1,Aiko Tanaka,,,2026-11-12 10:00"],
            csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData(" =1")]
    [InlineData("\t=1")]
    public async Task No_cell_is_a_formula_whatever_column_it_stands_in(string hostile)
    {
        await using var desk = await Desk.NewAsync();
        await desk.AddAsync(1, t => (t.Subject, t.Status, t.Type, t.Priority) = (hostile, hostile, hostile, hostile));

        var row = (await ExportAsync(desk, ExportFormat.Csv, null, TableColumn.Status, TableColumn.Type, TableColumn.Priority)).Split("\r\n")[1];

        Assert.Equal(string.Join(',', Enumerable.Repeat($"\"'{hostile}\"", 4)), row["1,".Length..]);
    }

    [Fact]
    public async Task More_rows_than_one_piece_come_once_each_and_in_order()
    {
        await using var desk = await Desk.NewAsync();
        await using (var db = desk.Open())
        {
            db.Tasks.AddRange(Enumerable.Range(1, 1_203).Select(id => new CrmTask
            {
                WorkspaceId = desk.Workspace, Id = id, Subject = $"Task {id:0000}", Status = "NOT_STARTED", RemoteCreatedAt = Desk.Now, RemoteUpdatedAt = Desk.Now,
            }));
            await db.SaveChangesAsync();
        }

        var lines = (await ExportAsync(desk, ExportFormat.Csv, new TableQuery(All, TableSort.Subject))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Enumerable.Range(1, 1_203).Select(id => $"{id},Task {id:0000}"), lines.Skip(1));
    }

    private static async Task<string> ExportAsync(Desk desk, ExportFormat format, TableQuery? query = null, params TableColumn[] columns)
    {
        var pieces = new List<string>();
        await foreach (var piece in new ExportTasks(desk.Databases, desk.Clock).RunAsync(desk.Actor, query ?? new TableQuery(All), columns, Desk.Berlin, format, default))
        {
            pieces.Add(piece);
        }

        return string.Concat(pieces);
    }
}
