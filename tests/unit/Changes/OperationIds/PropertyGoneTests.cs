using Dashboard.Application.Changes;
using Dashboard.Application.Connections.OperationIds;
using Dashboard.UnitTests.Support;
using Xunit;

namespace Dashboard.UnitTests.Changes.OperationIds;

/// <summary>The property comes and goes while creations are on their way. None is lost, none is made twice.</summary>
public sealed class PropertyGoneTests
{
    [Fact]
    public async Task Archived_in_between_the_new_tasks_go_out_the_old_way_and_it_is_said()
    {
        await using var rig = await Keyed.StartAsync();
        await rig.ArchivePropertyAsync();
        var (one, two) = (await rig.CreateAsync("One"), await rig.CreateAsync("Two"));
        await rig.SendAsync();

        Assert.Equal((ChangeState.Done, ChangeState.Done), (await rig.StateAsync(one.Change!.Value), await rig.StateAsync(two.Change!.Value)));
        Assert.Equal((1, 1), ((await rig.MadeAsync("One")).Count, (await rig.MadeAsync("Two")).Count));
        Assert.Equal(OperationIdState.Gone, await rig.LookAsync());
        await rig.CreateAsync("Three");
        await rig.SendAsync();
        Assert.Equal(1, await rig.CallsAsync("batch/upsert"));
    }

    [Fact]
    public async Task A_single_creation_meets_it_as_many_do()
    {
        await using var rig = await Keyed.StartAsync();
        await rig.ArchivePropertyAsync();
        var saved = await rig.CreateAsync("Alone");
        await rig.SendAsync();
        Assert.Equal((ChangeState.Done, 1), (await rig.StateAsync(saved.Change!.Value), (await rig.MadeAsync("Alone")).Count));
    }

    /// <summary>Whether the property is gone cannot be learnt right now: then nothing is taken for a refusal.</summary>
    [Fact]
    public async Task Refused_while_the_property_cannot_be_looked_at_it_waits()
    {
        await using var rig = await Keyed.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        await rig.ArchivePropertyAsync();
        await rig.Hub.FaultAsync(new { method = "GET", path = "properties", count = 4 }, new { kind = "status", status = 503 });
        var saved = await rig.CreateAsync("Patient");
        await rig.SendAsync();
        Assert.Equal(ChangeState.Checking, await rig.StateAsync(saved.Change!.Value));
        await rig.SendUntilDoneAsync(saved.Change.Value);
        Assert.Single(await rig.MadeAsync("Patient"));
    }

    /// <summary>Guard: what may be there is looked for before it goes out the old way.</summary>
    [Theory]
    [InlineData("drop")]
    [InlineData("reset")]
    public async Task Archived_while_the_outcome_is_unknown_it_is_looked_for(string kind)
    {
        await using var rig = await Keyed.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        await rig.Hub.FaultAsync(new { method = "POST", path = "upsert$", count = 1 }, new { kind });
        var saved = await rig.CreateAsync("Only once");
        await rig.SendAsync();
        await rig.ArchivePropertyAsync();
        await rig.SendUntilDoneAsync(saved.Change!.Value);
        Assert.Single(await rig.MadeAsync("Only once"));
    }

    /// <summary>Guard: <see cref="Change.SentUnder"/>. A property of the same name that is new knows nothing of the old one's ids.</summary>
    [Fact]
    public async Task A_new_property_of_the_same_name_does_not_vouch_for_the_old_one()
    {
        await using var rig = await Keyed.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        await rig.Hub.FaultAsync(new { method = "POST", path = "upsert$", count = 1 }, new { kind = "drop" });
        var saved = await rig.CreateAsync("Only once");
        await rig.SendAsync();
        await rig.ArchivePropertyAsync();
        await rig.Hub.Control.PostAsync("clock", System.Net.Http.Json.JsonContent.Create(new { advanceSeconds = 2 }));
        Assert.True((await rig.Hub.Get<AddOperationIds>().RunAsync(rig.Hub.Actor, default)).Ok);
        await rig.SendUntilDoneAsync(saved.Change!.Value);
        Assert.Single(await rig.MadeAsync("Only once"));
    }

    /// <summary>Guard: the same, for one that went out before there was a property.</summary>
    [Theory]
    [InlineData("drop")]
    [InlineData("reset")]
    public async Task Added_while_the_outcome_of_one_without_id_is_unknown_that_one_is_looked_for(string kind)
    {
        await using var rig = await Moves.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        await rig.Hub.FaultAsync(new { method = "POST", path = "tasks$", count = 1 }, new { kind });
        var saved = await rig.CreateAsync("Only once");
        await rig.SendAsync();
        Assert.True((await rig.Hub.Get<AddOperationIds>().RunAsync(rig.Hub.Actor, default)).Ok);
        var later = await rig.CreateAsync("Under its id");
        await rig.SendUntilDoneAsync(saved.Change!.Value);
        await rig.SendUntilDoneAsync(later.Change!.Value);

        Assert.Single(await rig.MadeAsync("Only once"));
        Assert.True(Assert.Single(await rig.MadeAsync("Under its id")).GetProperty("properties").TryGetProperty(OperationId.Property, out _));
    }

    [Fact]
    public async Task Killed_between_the_answer_and_the_settling_the_next_process_reads_it_by_its_id()
    {
        await using var rig = await Keyed.StartAsync(new FakeClock(TimeProvider.System.GetUtcNow()));
        await rig.Hub.FaultAsync(new { method = "POST", path = "upsert$", count = 1 }, new { kind = "delay", milliseconds = 60_000 });
        var saved = await rig.CreateAsync("Only once");
        using var killed = new CancellationTokenSource();
        var sending = rig.Hub.Get<ChangeSender>().RunAsync(rig.Hub.Workspace.Id, killed.Token);
        await Eventually.TrueAsync(async () => (await rig.Hub.Control.GetStringAsync("faults")).Contains("\"struck\":1"));
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

        await rig.Hub.RestartAsync();
        Assert.Equal(ChangeState.Checking, await rig.StateAsync(saved.Change!.Value));
        await rig.SendUntilDoneAsync(saved.Change.Value);
        Assert.Single(await rig.MadeAsync("Only once"));
    }
}
