using Dashboard.EndToEndTests.Pages.Changes;
using Dashboard.EndToEndTests.Pages.Records;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Journeys.Changes;

/// <summary>What the journeys through changes share.</summary>
public abstract class ChangesJourneys(Stack stack) : Journey(stack)
{
    private protected const string Tasks = "/objects/.*(tasks|0-27)/";

    private protected async Task<ChangesPage> ChangesOfAsync(Person person, string query = "", BrowserNewContextOptions? options = null, Stack? at = null)
    {
        var scene = (at ?? Stack).Scene;
        options ??= new();
        options.StorageState = await scene.SignedInAsync(person);
        var page = new ChangesPage(await ArriveAsync(options, at), await scene.WorkspaceAsync());
        await page.OpenAsync(query);
        return page;
    }

    /// <summary>The next PATCH of a task is refused with a sentence.</summary>
    private protected Task RefuseNextAsync(string message, Stack? at = null) => (at ?? Stack).Sandbox.FaultAsync(
        "PATCH", Tasks, new { kind = "status", status = 400, body = new { status = "error", message, category = "VALIDATION_ERROR", correlationId = "3f1c-77" } }, count: 1);

    private protected static string Subject(string what) => Cast.Name(what);
}
