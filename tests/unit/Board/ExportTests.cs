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

        var csv = await ExportAsync(desk, ExportFormat.Csv);
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

    private static async Task<string> ExportAsync(Desk desk, ExportFormat format)
    {
        var pieces = new List<string>();
        await foreach (var piece in new ExportTasks(desk.Databases, desk.Clock).RunAsync(desk.Actor, new TableQuery(All), Desk.Berlin, format, default))
        {
            pieces.Add(piece);
        }

        return string.Concat(pieces);
    }
}
