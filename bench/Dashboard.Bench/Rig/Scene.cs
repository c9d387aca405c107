using System.Text.RegularExpressions;
using Dashboard.Application.Sync;
using Dashboard.Application.Workspaces;
using Microsoft.Playwright;

namespace Dashboard.Bench.Rig;

/// <summary>
/// A portal, the product and one person with a connected workspace, set up through the pages as anybody would. Ends all of it and
/// deletes its folder when disposed.
/// </summary>
internal sealed class Scene : IAsyncDisposable
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly string folder;
    private readonly IPlaywright playwright;

    private Scene(string folder, Portal portal, Product product, IPlaywright playwright, IBrowser browser) =>
        (this.folder, Portal, Product, this.playwright, Browser) = (folder, portal, product, playwright, browser);

    public Portal Portal { get; }

    public Product Product { get; }

    public IBrowser Browser { get; }

    public string Slug { get; private set; } = "";

    public Actor Owner { get; private set; } = null!;

    /// <summary>Cookies of the signed-in person, as Playwright keeps them.</summary>
    public string State { get; private set; } = "";

    /// <summary>The same for a Cookie header.</summary>
    public string Cookies { get; private set; } = "";

    /// <summary>Starts everything and waits until the first sync is over.</summary>
    public static async Task<Scene> SetAsync(int tasks, bool limited = false, int latencyMilliseconds = 0)
    {
        var folder = Directory.CreateTempSubdirectory("tasklane-bench-").FullName;
        var portal = await Portal.StartAsync(folder, tasks, limited, latencyMilliseconds);
        var product = await Product.StartAsync(folder, portal);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("TASKLANE_CHROMIUM") is { Length: > 0 } named ? named : Array.Find(Usual, File.Exists),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-proxy-server",
            ],
        });
        var scene = new Scene(folder, portal, product, playwright, browser);
        await scene.ConnectAsync();
        return scene;
    }

    public string Board(string query) => $"{Product.Origin}/w/{Slug}/board?{query}";

    public async Task<IPage> VisitAsync(string? origin = null, bool phone = false)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = origin ?? Product.Origin,
            StorageState = State.Length > 0 ? State : null,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1600, Height = 1000 },
            HasTouch = phone,
            IsMobile = phone,
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await Product.DisposeAsync();
        await Portal.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ConnectAsync()
    {
        var page = await VisitAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync("/sign-in");
        await page.ClickAsync("form[action='/sign-in'] button");
        await page.ClickAsync("button.person[value='maya-okafor']");
        await page.WaitForURLAsync(url => url.StartsWith(Product.Origin, StringComparison.Ordinal) && !url.Contains("/signin-oidc", StringComparison.Ordinal));
        await page.GotoAsync("/workspaces?choose");
        await page.WaitForSelectorAsync("body[data-interactive]");
        await page.FillAsync("#name", "Northwind Sales");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create workspace" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/w/[^/]+/settings/connection"));
        Slug = new Uri(page.Url).Segments[2].Trim('/');
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect HubSpot" }).ClickAsync();
        await page.ClickAsync("button.allow");
        await page.WaitForURLAsync(new Regex("/w/[^/]+/settings/connection"));
        State = await page.Context.StorageStateAsync();
        Cookies = string.Join("; ", (await page.Context.CookiesAsync([Product.Origin])).Select(c => $"{c.Name}={c.Value}"));
        await page.Context.CloseAsync();

        var workspace = (await Product.OwnerAsync()).Workspace;
        await Until.HoldsAsync(
            async () => await Product.SyncAsync(workspace) is { Phase: SyncPhase.Live }, TimeSpan.FromMinutes(10), TimeSpan.FromMilliseconds(250));
        Owner = await Product.OwnerAsync();
    }
}
