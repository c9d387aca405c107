using Dashboard.Application.Changes;
using Dashboard.Application.Journal;
using Dashboard.Application.Kernel;
using Dashboard.UnitTests.Board;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Changes;

/// <summary>The list of changes and their counts, on a real database.</summary>
public sealed class JournalTests
{
    [Fact]
    public async Task What_needs_somebody_comes_first_then_what_is_on_its_way_then_what_HubSpot_has()
    {
        await using var desk = await Desk.NewAsync();
        await AddAsync(desk, ChangeState.Done, ChangeState.Waiting, ChangeState.Refused, ChangeState.Checking, ChangeState.Conflict, ChangeState.Undecided, ChangeState.Dropped);
        var page = await ShowAsync(desk);
        Assert.Equal(
            [Standing.Undecided, Standing.Conflict, Standing.Refused, Standing.Checking, Standing.Saving, Standing.Done], page.Entries.Select(e => e.Standing));
        Assert.Equal((1, 1, 0), (page.Counts[Standing.Refused], page.Counts[Standing.Saving], page.Counts.GetValueOrDefault(Standing.Done)));
        var open = (await new CountOpenChanges(desk.Databases).RunAsync(desk.Actor, default)).Value;
        Assert.Equal(new OpenChanges(3, 2), open);
    }

    [Fact]
    public async Task Pages_go_on_behind_the_last_line_and_new_changes_move_nothing()
    {
        await using var desk = await Desk.NewAsync();
        await AddAsync(desk, [.. Enumerable.Repeat(ChangeState.Refused, 30), .. Enumerable.Repeat(ChangeState.Done, 90)]);
        var first = await ShowAsync(desk);
        await AddAsync(desk, ChangeState.Refused, ChangeState.Done);
        var second = await ShowAsync(desk, new JournalQuery(After: first.Next));
        var third = await ShowAsync(desk, new JournalQuery(After: second.Next));

        Assert.Equal((50, 50, 20), (first.Entries.Count, second.Entries.Count, third.Entries.Count));
        Assert.Null(third.Next);
        var all = first.Entries.Concat(second.Entries).Concat(third.Entries).Select(e => e.Change.Id).ToList();
        Assert.Equal(120, all.Distinct().Count());
        Assert.Equal(first.Next, JournalPlace.Read(first.Next!.ToString()));
        Assert.Null(JournalPlace.Read("7-1"));
    }

    [Fact]
    public async Task Mine_are_mine_and_one_state_is_one_state()
    {
        await using var desk = await Desk.NewAsync();
        var me = desk.Actor;
        await AddAsync(desk, ChangeState.Refused, ChangeState.Done);
        await using (var db = desk.Open())
        {
            db.Changes.Add(Made(desk, 1, ChangeState.Refused, me.PersonId));
            await db.SaveChangesAsync();
        }

        var mine = (await new ShowJournal(desk.Databases, desk.Clock).RunAsync(me, new JournalQuery(Mine: true), default)).Value;
        Assert.True(Assert.Single(mine.Entries).IsMine);
        Assert.Equal(1, mine.Counts[Standing.Refused]);
        Assert.Equal([Standing.Done], (await ShowAsync(desk, new JournalQuery(Standing: Standing.Done))).Entries.Select(e => e.Standing));
    }

    [Fact]
    public async Task What_is_held_back_is_waiting_and_what_is_not_is_saving()
    {
        await using var desk = await Desk.NewAsync();
        await using (var db = desk.Open())
        {
            var held = Made(desk, 1, ChangeState.Waiting);
            (held.Attempts, held.NotBefore) = (2, Desk.Now.AddMinutes(1));
            db.Changes.AddRange(held, Made(desk, 2, ChangeState.Waiting));
            await db.SaveChangesAsync();
        }

        var waiting = Assert.Single((await ShowAsync(desk, new JournalQuery(Standing: Standing.Waiting))).Entries);
        var saving = Assert.Single((await ShowAsync(desk, new JournalQuery(Standing: Standing.Saving))).Entries);
        Assert.Equal((1, 2), (waiting.Change.TaskId, saving.Change.TaskId));
    }

    [Fact]
    public async Task Others_workspaces_have_no_changes_here()
    {
        await using var desk = await Desk.NewAsync();
        await AddAsync(desk, ChangeState.Refused);
        var stranger = desk.Actor with { Workspace = WorkspaceId.New() };
        Assert.Empty((await new ShowJournal(desk.Databases, desk.Clock).RunAsync(stranger, new JournalQuery(), default)).Value.Entries);
        Assert.Equal(new OpenChanges(0, 0), (await new CountOpenChanges(desk.Databases).RunAsync(stranger, default)).Value);
    }

    internal static async Task AddAsync(Desk desk, params ChangeState[] states)
    {
        await using var db = desk.Open();
        var from = await db.Changes.CountAsync();
        db.Changes.AddRange(states.Select((state, at) => Made(desk, from + at + 1, state)));
        await db.SaveChangesAsync();
    }

    internal static Change Made(Desk desk, long task, ChangeState state, Guid? person = null) => new()
    {
        WorkspaceId = desk.Workspace, Id = Guid.NewGuid(), TaskId = task, PersonId = person ?? Guid.NewGuid(), Kind = ChangeKind.Update, State = state,
        Fields = """{"hs_task_status":{"Before":"NOT_STARTED","After":"WAITING"}}""", AcceptedAt = Desk.Now, NotBefore = Desk.Now,
    };

    private static async Task<JournalPage> ShowAsync(Desk desk, JournalQuery? query = null) =>
        (await new ShowJournal(desk.Databases, desk.Clock).RunAsync(desk.Actor, query ?? new JournalQuery(), default)).Value;
}
