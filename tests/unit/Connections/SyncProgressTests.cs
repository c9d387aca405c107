using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Xunit;

namespace Dashboard.UnitTests.Connections;

public sealed class SyncProgressTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Rate_and_time_left_follow_from_what_was_read()
    {
        var progress = SyncProgress.Of(State(SyncPhase.Reading, 250, 1000), Start + TimeSpan.FromSeconds(5));
        Assert.Equal((25, 50d, TimeSpan.FromSeconds(15)), (progress.Percent, progress.PerSecond, progress.TimeLeft));
    }

    [Theory]
    [InlineData(SyncPhase.New, 0, null, 0)]
    [InlineData(SyncPhase.Reading, 0, 0, 0)]
    [InlineData(SyncPhase.Reading, 1200, 1000, 99)]
    [InlineData(SyncPhase.Naming, 1000, 1000, 99)]
    [InlineData(SyncPhase.Live, 10, 1000, 100)]
    public void Only_a_complete_sync_shows_100_percent(SyncPhase phase, int read, int? total, int percent) =>
        Assert.Equal(percent, SyncProgress.Of(State(phase, read, total), Start + TimeSpan.FromSeconds(1)).Percent);

    [Fact]
    public void Nothing_is_promised_before_something_was_read()
    {
        var progress = SyncProgress.Of(State(SyncPhase.Reading, 0, 1000), Start);
        Assert.Null(progress.PerSecond);
        Assert.Null(progress.TimeLeft);
    }

    private static SyncState State(SyncPhase phase, int read, int? total) =>
        new() { WorkspaceId = WorkspaceId.New(), Phase = phase, TasksRead = read, TasksTotal = total, StartedAt = Start };
}
