using System.Text.RegularExpressions;
using Dashboard.EndToEndTests.Pages.List;
using Dashboard.EndToEndTests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Dashboard.EndToEndTests.Journeys.List;

/// <summary>Views: kept, shared, begun with, changed by nobody but their owner.</summary>
public sealed class ViewsJourney(Stack stack) : ListJourneys(stack)
{
    [Fact]
    public async Task A_shared_view_is_the_teams_to_open_and_its_owners_to_change()
    {
        var daniel = await ListOfAsync(Person.Daniel, "owner=all&priority=HIGH&sort=-subject&cols=due,owner");
        await daniel.Views.SaveAsync("High ones", shared: true);
        await daniel.Page.WaitForURLAsync(new Regex("view="));
        await Assertions.Expect(daniel.Views.Button).ToContainTextAsync("High ones");

        var aiko = await ListOfAsync(Person.Aiko);
        await aiko.Views.OpenAsync();
        await Assertions.Expect(aiko.Views.Panel).ToContainTextAsync("Shared by the team");
        await Assertions.Expect(aiko.Views.Edit("High ones")).ToHaveCountAsync(0);
        await Assertions.Expect(aiko.Views.Share).ToHaveCountAsync(0);
        await aiko.Views.Begin("High ones").ClickAsync();
        await Assertions.Expect(aiko.Views.Begin("High ones")).ToHaveAttributeAsync("aria-pressed", "true");

        // Her list begins with it, and what she chooses there stays hers.
        await aiko.OpenAsync("");
        await aiko.Page.WaitForURLAsync(new Regex("priority=HIGH.*view="));
        await Assertions.Expect(aiko.Sorted("subject")).ToHaveAttributeAsync("aria-sort", "descending");
        await Assertions.Expect(aiko.Sorted("status")).ToHaveCountAsync(0);
        await aiko.Page.GetByRole(AriaRole.Button, new() { Name = "Remove filter: Priority" }).ClickAsync();
        await aiko.Page.WaitForURLAsync(url => !url.Contains("priority=", StringComparison.Ordinal));

        await RenameAsync(daniel, "High ones", "Urgent");
        await daniel.Views.Edit("Urgent").ClickAsync();
        await daniel.Views.Of("Urgent").GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await daniel.Views.Of("Urgent").GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(daniel.Views.Of("Urgent")).ToHaveCountAsync(0);

        await aiko.OpenAsync("");
        Assert.DoesNotContain("view=", aiko.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_name_is_told_beside_the_field_and_nothing_typed_is_lost()
    {
        var list = await ListOfAsync(Person.Maya, "owner=all&type=CALL");
        await list.Views.SaveAsync("");
        await Assertions.Expect(list.Views.Problem.Last).ToContainTextAsync("Give the view a name.");
        await list.Views.SaveAsync(new string('ü', 81));
        await Assertions.Expect(list.Views.Problem.Last).ToContainTextAsync("at most 80 characters");
        await Assertions.Expect(list.Views.Panel.GetByLabel("Name")).ToHaveValueAsync(new string('ü', 81));

        await list.Views.SaveAsync("مكالمات ☎ <b>");
        await list.Page.WaitForURLAsync(new Regex("view="));
        await list.Views.SaveAsync("مكالمات ☎ <b>");
        await Assertions.Expect(list.Views.Problem.Last).ToContainTextAsync("already have a view");

        await list.Picker("Type").SelectOptionAsync("EMAIL");
        await list.Page.WaitForURLAsync(new Regex("type=EMAIL"));
        await list.Views.OpenAsync();
        await list.Views.Panel.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Update") }).ClickAsync();
        await Assertions.Expect(list.Views.Panel.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Update") })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_board_has_views_too_and_begins_with_ones_own()
    {
        var board = await BoardOfAsync(Person.Aiko, "owner=all&group=due");
        var views = new ViewsPart(board.Visitor);
        await views.SaveAsync("By day");
        await board.Page.WaitForURLAsync(new Regex("view="));
        await views.OpenAsync();
        await views.Begin("By day").ClickAsync();
        await Assertions.Expect(views.Begin("By day")).ToHaveAttributeAsync("aria-pressed", "true");

        await board.Visitor.GoAsync(new Uri(board.Page.Url).AbsolutePath);
        await board.Page.WaitForURLAsync(new Regex("group=due"));
        await Assertions.Expect(board.Zone("due:Today")).ToBeAttachedAsync();

        await views.OpenAsync();
        await views.Begin("By day").ClickAsync();
        await Assertions.Expect(views.Begin("By day")).ToHaveAttributeAsync("aria-pressed", "false");
        await board.Visitor.GoAsync(new Uri(board.Page.Url).AbsolutePath);
        await Assertions.Expect(board.Zone("status:NOT_STARTED")).ToBeAttachedAsync();
    }

    private static async Task RenameAsync(ListPage list, string from, string to)
    {
        await list.Views.OpenAsync();
        await list.Views.Edit(from).ClickAsync();
        await list.Views.Of(from).GetByLabel("Name").FillAsync(to);
        await list.Views.Of(from).GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await list.Views.Of(to).WaitForAsync();
    }
}
