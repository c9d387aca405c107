using System.Text.Json;
using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages.List;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.List;

/// <summary>What is shown as a file: all rows of the filters, harmless in a spreadsheet, for members only.</summary>
public sealed class ExportJourney(Stack stack) : ListJourneys(stack)
{
    [Fact]
    public async Task Every_row_is_in_the_file_and_a_formula_is_text()
    {
        await Stack.Scene.WorkspaceAsync();
        var id = await Sandbox.EditAsync(new { properties = new { hs_task_subject = "=HYPERLINK(\"http://x\",\"y\")", hs_timestamp = "2030-01-02T03:04:05Z", hs_task_status = "NOT_STARTED" } });
        var list = await ListOfAsync(Person.Maya, "owner=all&closed=all");
        await Eventually.HoldsAsync(async () => (await Sandbox.LedgerAsync()).Any(effect => effect.ObjectId == id), "the colleague's task");
        await list.OpenAsync("owner=all&closed=all&sort=-due");
        await list.Row(id).WaitForAsync();
        var total = await list.TotalAsync();
        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync();
        await Assertions.Expect(list.Page.Locator("[data-export]")).ToContainTextAsync($"{total} tasks");
        await list.Page.Keyboard.PressAsync("Escape");

        var (name, csv) = await DownloadAsync(list, "CSV for spreadsheets");
        Assert.Matches(new Regex(@"^tasks-[a-z0-9-]+-\d{4}-\d\d-\d\d\.csv$"), name);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", csv, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("(^|,)\"?[=+@]", RegexOptions.Multiline), csv);

        var (jsonName, json) = await DownloadAsync(list, "JSON");
        Assert.EndsWith(".json", jsonName, StringComparison.Ordinal);
        var rows = JsonDocument.Parse(json).RootElement.EnumerateArray().ToArray();
        Assert.Equal(total, rows.Length);
        Assert.Contains(rows, row => row.GetProperty("id").GetInt64().ToString() == id && row.GetProperty("subject").GetString()!.StartsWith('='));
    }

    [Fact]
    public async Task Filters_narrow_the_file_and_strangers_get_nothing()
    {
        var list = await ListOfAsync(Person.Ben, "owner=all&status=WAITING");
        var total = await list.TotalAsync();
        await list.OpenAsync("owner=all&status=WAITING&cols=type,created&sort=-subject");
        var (_, csv) = await DownloadAsync(list, "CSV for spreadsheets");
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(("Id,Title,Type,Created", total), (lines[0].TrimStart('\uFEFF'), lines.Length - 1));
        var (_, json) = await DownloadAsync(list, "JSON");
        Assert.Equal(total, JsonDocument.Parse(json).RootElement.GetArrayLength());

        var slug = await Stack.Scene.WorkspaceAsync();
        var address = $"{Stack.Origin}/w/{slug}/list/export?format=json&owner=all";
        using var nobody = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await nobody.GetAsync(address);
        Assert.NotEqual(System.Net.HttpStatusCode.OK, answer.StatusCode);
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, address.Replace(slug, "not-mine", StringComparison.Ordinal));
        var other = await list.Page.APIRequest.GetAsync(elsewhere.RequestUri!.ToString());
        Assert.Equal(404, other.Status);
    }

    private static async Task<(string Name, string Text)> DownloadAsync(ListPage list, string link)
    {
        // The menu closes itself behind a chosen file.
        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync();
        var download = await list.Page.RunAndWaitForDownloadAsync(() => list.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        Assert.Null(await download.FailureAsync());
        using var file = new StreamReader(await download.CreateReadStreamAsync());
        return (download.SuggestedFilename, await file.ReadToEndAsync());
    }
}
