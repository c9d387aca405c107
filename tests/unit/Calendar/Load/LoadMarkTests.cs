using Bunit;
using Dashboard.Application.Board;
using Dashboard.Application.Calendar;
using Dashboard.Application.Calendar.Load;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks.Planning;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Board;
using Dashboard.Web.Features.Calendar;
using Dashboard.Web.Features.Calendar.Load;
using Dashboard.Web.Shell;
using Xunit;

namespace Dashboard.UnitTests.Calendar.Load;

/// <summary>How full a day is, in words and figures. It is Saturday 21 November 2026.</summary>
public sealed class LoadMarkTests : BunitContext
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);
    private static readonly DateOnly Sunday = new(2026, 11, 22);

    public static TheoryData<DayLoad, string, string> Days => new()
    {
        { new(Tuesday, 5, 160, 1, 160), "fits", "5 tasks, 2 h 40 of 8 h" },
        { new(Tuesday, 1, 480, 1, 480), "fits", "1 task, 8 h of 8 h" },
        { new(Tuesday, 18, 540, 1, 540), "over", "18 tasks, 9 h of 8 h, over-full" },
        { new(Tuesday, 20, 600, 2, 500), "over", "20 tasks, 10 h of 16 h for 2 people, over-full for at least one" },
        { new(Tuesday, 20, 600, 2, 400), "fits", "20 tasks, 10 h of 16 h for 2 people" },
        { new(Tuesday, 90, 2700, 0, 0), "fits", "90 tasks, 45 h, nobody's" },
        { new(Sunday, 2, 30, 1, 30), "over", "2 tasks, 30 min on a free day" },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_says_its_load_and_is_not_marked_over_full_by_colour_alone(DayLoad load, string state, string words)
    {
        var mark = Draw(load).Find("[data-load]");

        Assert.Equal(state, mark.GetAttribute("data-load"));
        Assert.Equal(words, mark.QuerySelector(".visually-hidden")!.TextContent);
        Assert.Equal(words, mark.GetAttribute("title"));
        Assert.Equal(state == "over", mark.QuerySelector("svg") is not null);
    }

    [Fact]
    public void The_figure_is_hours_or_tasks_as_the_person_wants()
    {
        var load = new DayLoad(Tuesday, 5, 160, 1, 160);

        Assert.Equal("2 h 40", Draw(load).Find(".figure").TextContent);
        Assert.Equal("5", Draw(load, LoadMeasure.Tasks).Find(".figure").TextContent);
    }

    [Fact]
    public void Days_that_are_over_and_days_without_open_tasks_say_nothing()
    {
        Assert.Empty(Draw(new DayLoad(new(2026, 11, 20), 5, 160, 1, 160)).Markup.Trim());
        Assert.Empty(Draw(new DayLoad(Tuesday, 0, 0, 0, 0)).Markup.Trim());
        Assert.Empty(Draw(null).Markup.Trim());
    }

    private IRenderedComponent<LoadMark> Draw(DayLoad? load, LoadMeasure by = LoadMeasure.Hours)
    {
        var habits = Habits.Usual with { LoadBy = by };
        var own = new OwnTime(Desk.Berlin, habits);
        var view = new CalendarView(
            new CalendarQuery(CalendarLayout.Month, Tuesday, BoardQuery.Default), new(Tuesday, Tuesday.AddDays(1)), [Tuesday], new Dictionary<string, CalendarCell>(), [], [],
            new PortalWords([], []), new DueBuckets(Desk.Now, own), 0, 0, true, new BoardFreshness(true, false, SyncPhase.Live, 0, null, null));
        var workspace = new WorkspaceView("acme", "Acme", new Actor(WorkspaceId.New(), Guid.NewGuid(), "Aiko", Role.Member, null));
        var sight = new CalendarSight(view, workspace, null!, own.Clock, habits, new WorkingDays(habits), "https://x/w/acme/calendar", "/w/acme/calendar?task=", null, _ => Task.CompletedTask);
        return Render<LoadMark>(p => p.Add(m => m.Load, load).Add(m => m.Sight, sight));
    }
}
