using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages.Records;

/// <summary>The search for records.</summary>
internal sealed class SearchPage(Visitor visitor, string slug)
{
    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public Task OpenAsync(string query = "") => visitor.GoAsync($"/w/{slug}/records{query}");

    public ILocator Field => Page.Locator("#record-search");

    public ILocator Status => Page.Locator("#record-status");

    public ILocator Results => Page.Locator("[data-result]");

    public ILocator Result(string objectType, string id) => Page.Locator($"[data-result='{objectType}:{id}']");

    public ILocator Groups => Page.Locator("[data-group]");

    /// <summary>HubSpot has answered for these words.</summary>
    public async Task IsDoneAsync(string words)
    {
        await Page.Locator($"[data-results-for='{words}']").WaitForAsync();
        await Assertions.Expect(Status).ToHaveAttributeAsync("data-searching", "false");
    }

    /// <summary>Asks HubSpot again until its search, which lags behind, has the record.</summary>
    public Task FindsAsync(string objectType, string id) => Eventually.HoldsAsync(
        async () =>
        {
            if (await Result(objectType, id).CountAsync() > 0)
            {
                return true;
            }

            await Field.PressAsync("Enter");
            return false;
        },
        $"record {objectType}:{id} among the results");
}
