using Bunit;
using Dashboard.Application.Kernel;
using Dashboard.Web.Ui;
using Xunit;

namespace Dashboard.UnitTests.Workspaces.Settings;

public sealed class DayListTests : BunitContext
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly List<string> told = [];
    private Failure? answer;

    [Fact]
    public void Days_that_are_over_fold_away_and_today_is_not_over()
    {
        var list = Draw(mayEdit: true, (Today.AddDays(-1), "Yesterday"), (Today, "Today"), (Today.AddDays(1), "Tomorrow"));

        Assert.Equal(["Yesterday"], list.FindAll("details bdi").Select(name => name.TextContent));
        Assert.Equal(["Today", "Tomorrow"], list.FindAll(".day-list > ul bdi").Select(name => name.TextContent));
    }

    [Fact]
    public void Who_may_not_edit_gets_no_handles() =>
        Assert.Empty(Draw(mayEdit: false, (Today, "Today")).FindAll("form, button, input"));

    [Fact]
    public void A_day_that_was_added_is_said_and_the_fields_are_empty_again()
    {
        var list = Draw(mayEdit: true);

        Fill(list, "2026-12-25", "Christmas Day");

        Assert.Equal(["+2026-12-25 Christmas Day"], told);
        Assert.Equal("Added Christmas Day, Fri 25 December 2026.", list.Find("[role=status]").TextContent);
        Assert.All(list.FindAll("input"), field => Assert.True(string.IsNullOrEmpty(field.GetAttribute("value"))));
    }

    [Fact]
    public void A_day_that_was_refused_stays_in_the_fields_with_the_sentence()
    {
        answer = Failure.Unfit.One("date", "This day is on the list already: Xmas.");
        var list = Draw(mayEdit: true);

        Fill(list, "2026-12-25", "Christmas Day");

        Assert.Equal("This day is on the list already: Xmas.", list.Find("[role=alert]").TextContent);
        Assert.Equal("true", list.Find("#x-date").GetAttribute("aria-invalid"));
        Assert.Equal("Christmas Day", list.Find("#x-name").GetAttribute("value"));
    }

    [Fact]
    public void Without_a_day_nobody_is_asked()
    {
        var list = Draw(mayEdit: true);
        Fill(list, "", "Christmas Day");
        Assert.Equal("Choose a day.", list.Find("[role=alert]").TextContent);
        Assert.Empty(told);
    }

    [Fact]
    public void Removing_says_what_is_gone()
    {
        var list = Draw(mayEdit: true, (Today, "Founding day"));
        list.Find("li button").Click();
        Assert.Equal(["-2026-11-22"], told);
        Assert.Equal("Removed Founding day, Sun 22 November 2026.", list.Find("[role=status]").TextContent);
    }

    private static void Fill(IRenderedComponent<DayList> list, string day, string name)
    {
        list.Find("#x-date").Change(day);
        list.Find("#x-name").Change(name);
        list.Find("form").Submit();
    }

    private IRenderedComponent<DayList> Draw(bool mayEdit, params (DateOnly Date, string Name)[] days)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        return Render<DayList>(p => p
            .Add(l => l.Id, "x").Add(l => l.Label, "Days").Add(l => l.Today, Today).Add(l => l.Days, days).Add(l => l.MayEdit, mayEdit)
            .Add(l => l.Add, (day, name) => Tell($"+{day:yyyy-MM-dd} {name}"))
            .Add(l => l.Remove, day => Tell($"-{day:yyyy-MM-dd}")));
    }

    private Task<Failure?> Tell(string what)
    {
        told.Add(what);
        return Task.FromResult(answer);
    }
}
