using Dashboard.EndToEndTests.Pages.Records;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Journeys.Records;

/// <summary>What the journeys through records and pins share.</summary>
public abstract class RecordsJourney(Stack stack) : Journey(stack)
{
    private protected Cast Colleague => new(Sandbox);

    private protected async Task<RecordPage> RecordOfAsync(Person person, string objectType, string id, BrowserNewContextOptions? options = null)
    {
        var page = new RecordPage(await VisitorAsync(person, options), await Stack.Scene.WorkspaceAsync());
        await page.OpenAsync(objectType, id);
        return page;
    }

    private protected async Task<SearchPage> SearchOfAsync(Person person, string query = "", BrowserNewContextOptions? options = null)
    {
        var page = new SearchPage(await VisitorAsync(person, options), await Stack.Scene.WorkspaceAsync());
        await page.OpenAsync(query);
        return page;
    }

    private protected async Task<PinsPage> PinsOfAsync(Person person, string query = "", BrowserNewContextOptions? options = null)
    {
        var page = new PinsPage(await VisitorAsync(person, options), await Stack.Scene.WorkspaceAsync());
        await page.OpenAsync(query);
        return page;
    }

    private protected async Task<Visitor> VisitorAsync(Person person, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.StorageState = await Stack.Scene.SignedInAsync(person);
        return await ArriveAsync(options);
    }
}
