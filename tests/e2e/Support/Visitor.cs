using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Support;

/// <summary>
/// Somebody at a browser of their own. Script errors, errors on the console (a content policy reports there too) and failed
/// requests are kept: a journey with any of them has failed.
/// </summary>
internal sealed class Visitor
{
    private readonly List<string> troubles = [];
    private readonly List<Regex> expected = [];
    private readonly IBrowserContext context;

    private Visitor(Stack stack, IBrowserContext context, IPage page)
    {
        (Stack, this.context, Page) = (stack, context, page);
        context.Console += (_, message) => Note(message.Type == "error", $"{message.Text} ({message.Location})");
        context.WebError += (_, error) => Note(true, error.Error);
        context.Response += (_, response) => Note(response.Status >= 500, $"{response.Status} {response.Url}");
    }

    public Stack Stack { get; }

    public IPage Page { get; }

    /// <summary>What went wrong in the page and was not expected.</summary>
    public IReadOnlyList<string> Troubles
    {
        get
        {
            lock (troubles)
            {
                return [.. troubles.Where(trouble => !expected.Exists(pattern => pattern.IsMatch(trouble)))];
            }
        }
    }

    public static async Task<Visitor> ArriveAsync(Stack stack, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL ??= stack.Origin;
        options.ViewportSize ??= new() { Width = 1400, Height = 900 };
        options.Locale ??= "en-GB";
        options.TimezoneId ??= "Europe/Berlin";
        var context = await stack.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(45_000);
        return new Visitor(stack, context, await context.NewPageAsync());
    }

    /// <summary>Troubles that this journey brings about on purpose.</summary>
    public void Expect(string pattern) => expected.Add(new Regex(pattern));

    /// <summary>A picture of the page for <paramref name="path"/>; the tool's own style for it is no trouble of the page.</summary>
    public async Task PictureAsync(string path)
    {
        Expect("Applying inline style");
        await Page.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>In a line what somebody sees who looks over this person's shoulder: the address, where the focus is, what is said, and the page's beginning.</summary>
    public Task<string> GlanceAsync() => Page.EvaluateAsync<string>("""
        () => [
          location.pathname + location.search,
          `${document.body.dataset.connection} ${document.body.hasAttribute('data-interactive') ? 'live' : 'not live'}`,
          `focus on ${document.activeElement?.outerHTML.slice(0, 120)}`,
          ...[...document.querySelectorAll('[role=alert], [role=status], .notice, dialog[open]')].filter(said => said.checkVisibility()).map(said => said.innerText).filter(Boolean),
          document.querySelector('main')?.innerText.slice(0, 400),
        ].join(' | ').replace(/\s+/g, ' ')
        """);

    /// <summary>Goes to an address and waits until the page answers to hands.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await LiveAsync();
    }

    public Task LiveAsync() => Page.WaitForSelectorAsync("body[data-interactive][data-connection=connected]", new() { State = WaitForSelectorState.Attached });

    public Task<string> StateAsync() => context.StorageStateAsync();

    public Task<ICDPSession> DevToolsAsync() => context.NewCDPSessionAsync(Page);

    public Task OfflineAsync(bool offline) => context.SetOfflineAsync(offline);

    public Task LeaveAsync() => context.CloseAsync();

    private void Note(bool bad, string trouble)
    {
        if (!bad)
        {
            return;
        }

        lock (troubles)
        {
            troubles.Add(trouble);
        }
    }
}
