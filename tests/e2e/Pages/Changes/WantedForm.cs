using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Pages.Changes;

/// <summary>The form of what HubSpot wants before it takes a change.</summary>
internal sealed class WantedForm(IPage page)
{
    public ILocator Dialog => page.Locator("dialog[data-wanted]");

    public ILocator Notes => Dialog.Locator("[data-wanted-field=hs_task_body] .text");

    public ILocator Save => Dialog.Locator("[data-wanted-save]");

    public ILocator PutBack => Dialog.Locator("[data-wanted-back]");

    public ILocator Problem => Dialog.Locator(".problem");

    /// <summary>Open, with the focus in its first field.</summary>
    public async Task IsOpenAsync()
    {
        await Assertions.Expect(Dialog).ToBeVisibleAsync();
        await Assertions.Expect(Notes).ToBeFocusedAsync();
    }

    public Task IsClosedAsync() => Assertions.Expect(Dialog).ToHaveCountAsync(0);
}
