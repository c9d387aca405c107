using Dashboard.EndToEndTests.Pages.List;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Journeys.List;

/// <summary>What journeys of the list share: a person of the usual scene, signed in, on its list.</summary>
public abstract class ListJourneys(Stack stack) : Journey(stack)
{
    private protected async Task<ListPage> ListOfAsync(Person person, string query = "owner=all", BrowserNewContextOptions? options = null, Stack? at = null)
    {
        var scene = (at ?? Stack).Scene;
        options ??= new();
        options.StorageState = await scene.SignedInAsync(person);
        var list = new ListPage(await ArriveAsync(options, at), await scene.WorkspaceAsync());
        await list.OpenAsync(query);
        return list;
    }
}
