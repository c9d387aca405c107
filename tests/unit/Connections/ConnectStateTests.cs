using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Connections;

/// <summary>The state binds an answer to person, workspace and session, once and for ten minutes.</summary>
public sealed class ConnectStateTests(HubSpotSandbox hubSpot) : IClassFixture<HubSpotSandbox>
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("forged")]
    public async Task A_forged_state_is_refused(string? state)
    {
        await using var office = await Office.NewAsync(hubSpot);
        var answer = await hubSpot.AnswerAsync(await office.AskAsync(), Office.Session);
        var back = await office.Finish.RunAsync(office.Owner, answer with { State = state }, default);
        Assert.Null(back.Slug);
        Assert.IsType<Failure.Invalid>(back.Failure);
    }

    [Fact]
    public async Task A_stolen_state_is_refused_and_still_works_for_its_owner()
    {
        await using var office = await Office.NewAsync(hubSpot);
        var (thief, _) = await office.Town.JoinedAsync(office.Actor, office.Workspace, Role.Admin, "Thief");
        var answer = await hubSpot.AnswerAsync(await office.AskAsync(), Office.Session);
        Assert.IsType<Failure.Invalid>((await office.Finish.RunAsync(thief, answer, default)).Failure);
        Assert.Null((await office.Finish.RunAsync(office.Owner, answer, default)).Failure);
    }

    [Fact]
    public async Task An_answer_in_another_session_is_refused()
    {
        await using var office = await Office.NewAsync(hubSpot);
        var answer = await hubSpot.AnswerAsync(await office.AskAsync(), "another-session");
        Assert.IsType<Failure.Invalid>((await office.Finish.RunAsync(office.Owner, answer, default)).Failure);
    }

    [Fact]
    public async Task A_replayed_state_is_refused()
    {
        await using var office = await Office.NewAsync(hubSpot);
        var answer = await hubSpot.AnswerAsync(await office.AskAsync(), Office.Session);
        Assert.Null((await office.Finish.RunAsync(office.Owner, answer, default)).Failure);
        Assert.IsType<Failure.Invalid>((await office.Finish.RunAsync(office.Owner, answer, default)).Failure);
    }

    [Fact]
    public async Task Of_ten_answers_at_once_one_counts()
    {
        await using var office = await Office.NewAsync(hubSpot);
        var answer = await hubSpot.AnswerAsync(await office.AskAsync(), Office.Session);
        var backs = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => office.Finish.RunAsync(office.Owner, answer, default))));
        Assert.Single(backs, back => back.Failure is null);
    }

    [Theory]
    [InlineData(599, true)]
    [InlineData(600, false)]
    public async Task After_ten_minutes_the_answer_comes_too_late(int seconds, bool accepted)
    {
        await using var office = await Office.NewAsync(hubSpot);
        var answer = await hubSpot.AnswerAsync(await office.AskAsync(), Office.Session);
        office.Town.Clock.Now += TimeSpan.FromSeconds(seconds);
        Assert.Equal(accepted, (await office.Finish.RunAsync(office.Owner, answer, default)).Failure is null);
    }

    [Fact]
    public async Task Somebody_demoted_meanwhile_does_not_connect()
    {
        await using var office = await Office.NewAsync(hubSpot);
        var (person, admin) = await office.Town.JoinedAsync(office.Actor, office.Workspace, Role.Admin, "Adam");
        var asked = (await office.Start.RunAsync(admin, Office.Session, HubSpotSandbox.Redirect, default)).Value;
        var answer = await hubSpot.AnswerAsync(asked, Office.Session);
        await office.Town.Change.RunAsync(office.Actor, person.Id, Role.Member, default);
        Assert.IsType<Failure.Forbidden>((await office.Finish.RunAsync(person, answer, default)).Failure);
    }

    [Fact]
    public async Task The_state_itself_is_not_stored_and_old_attempts_are_cleared_away()
    {
        await using var office = await Office.NewAsync(hubSpot);
        var first = await office.AskAsync();
        office.Town.Clock.Now += TimeSpan.FromHours(1);
        await office.AskAsync();
        await using var db = office.Town.Database.Databases.OpenDirectory();
        var attempt = await db.ConnectAttempts.SingleAsync();
        Assert.DoesNotContain(attempt.Id, first.Query, StringComparison.Ordinal);
        Assert.Equal(64, attempt.Id.Length);
    }
}
