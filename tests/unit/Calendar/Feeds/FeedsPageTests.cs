using AngleSharp.Dom;
using Bunit;
using Dashboard.Application.Board.Views;
using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Support;
using Dashboard.Web.Features.Feeds;
using Dashboard.Web.Shell;
using Dashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.Calendar.Feeds;

/// <summary>The page of calendar feeds as it is drawn, with the use cases behind it.</summary>
public sealed class FeedsPageTests : PageContext
{
    [Fact]
    public async Task A_viewer_makes_a_feed_and_sees_its_address_once()
    {
        var page = await DrawAsync(Role.Viewer);
        Assert.NotNull(page.Find("[data-no-feeds]"));
        await page.Find("form").SubmitAsync();

        var address = page.Find("[data-feed-address]").TextContent;
        Assert.Matches("^https://tasklane.example.com/feeds/[A-Za-z0-9_-]{43}\\.ics$", address);
        Assert.Equal(address, page.Find("[data-copy]").GetAttribute("data-copy"));
        Assert.Equal(address.Replace("https:", "webcal:", StringComparison.Ordinal), page.Find("[data-feed-webcal]").GetAttribute("href"));
        Assert.Contains("My open tasks", page.Find("[data-feed]").TextContent);
        Assert.Contains("Not read by any program yet", page.Find("[data-feed-read]").TextContent);

        await page.Find("[aria-label=Dismiss]").ClickAsync(new());
        Assert.DoesNotContain("/feeds/", page.Markup.Replace("settings/feeds", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_is_told_in_words()
    {
        var page = await DrawAsync(Role.Member, beforehand: async () =>
        {
            var view = (await new SaveView(Desk.Databases, Desk.Clock).RunAsync(Workspace.Actor, new ViewToSave(null, "list", "Calls", "owner=12&type=CALL&priority=HIGH&closed=all"), default)).Value;
            var made = (await new CreateFeed(Desk.Databases, Desk.Clock).RunAsync(Workspace.Actor, FeedDesk.Mine with { ViewId = view.Id, WithCompleted = true, AlarmMinutes = 60, Minutes = 90 }, default)).Value;
            await new FindFeed(Desk.Databases, Desk.Clock).RunAsync(made.Secret, "macOS/14.5 (23F79) dataaccessd/1.0", default);
            Desk.Clock.Advance(TimeSpan.FromMinutes(5.5));
        });

        var told = page.Find("[data-feed]").TextContent;
        Assert.Contains("View “Calls”: Daniel Reyes's tasks, completed ones too, Type Call, Priority High", told);
        Assert.Contains("As events of 1.5 hours, with a reminder 1 hour before", told);
        Assert.Contains("Last read by Apple Calendar, 5 minutes ago", told);
    }

    [Fact]
    public async Task Revoking_asks_first_and_takes_the_feed_away()
    {
        var page = await DrawAsync(Role.Member, beforehand: () => new CreateFeed(Desk.Databases, Desk.Clock).RunAsync(Workspace.Actor, FeedDesk.Mine, default));
        await Button(page, "Revoke").ClickAsync(new());
        Assert.Contains("stops working at once", page.Find(".confirm").TextContent);
        Assert.Single(page.FindAll("[data-feed]"));

        await Button(page, "Revoke").ClickAsync(new());
        Assert.Empty(page.FindAll("[data-feed]"));
        Assert.NotNull(page.Find("[data-no-feeds]"));
    }

    [Fact]
    public async Task A_bad_name_is_told_beside_the_field_and_what_was_typed_stays()
    {
        var page = await DrawAsync(Role.Member);
        await page.Find("#feed-name").ChangeAsync("  ");
        await page.Find("#feed-kind").ChangeAsync("Todo");
        await page.Find("form").SubmitAsync();

        Assert.Equal("Give the feed a name.", page.Find("#feed-name-problem").TextContent);
        Assert.Equal("true", page.Find("#feed-name").GetAttribute("aria-invalid"));
        Assert.Empty(page.FindAll("#feed-minutes"));
        Assert.Empty(page.FindAll("[data-feed-address]"));
    }

    [Fact]
    public async Task A_view_in_the_address_is_chosen_already()
    {
        var id = Guid.Empty;
        var page = await DrawAsync(Role.Member, () => $"?view={id}", async () =>
            id = (await new SaveView(Desk.Databases, Desk.Clock).RunAsync(Workspace.Actor, new ViewToSave(null, "board", "By day", "owner=all"), default)).Value.Id);

        Assert.Equal("By day", page.Find("#feed-name").GetAttribute("value"));
        Assert.Contains("Follows the view", page.Find("#feed-shows-hint").TextContent);
    }

    private static IElement Button(IRenderedComponent<FeedsPage> page, string text) => page.FindAll("[data-feed] button").First(b => b.TextContent.Trim() == text);

    private async Task<IRenderedComponent<FeedsPage>> DrawAsync(Role role, Func<string>? query = null, Func<Task>? beforehand = null)
    {
        await SitAsync(role);
        await (beforehand?.Invoke() ?? Task.CompletedTask);
        Services.AddScoped<FeedActions>().AddSingleton(new PublicOrigin("https://tasklane.example.com"));
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/w/{Slug}/settings/feeds{query?.Invoke()}");
        return Render<FeedsPage>(p => p.Add(c => c.Slug, Slug).AddCascadingValue(Workspace).AddCascadingValue(ViewerSettings.Unknown));
    }
}
