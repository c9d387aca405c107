using System.Diagnostics.Metrics;
using Dashboard.Application.Journal;
using Dashboard.Application.Kernel;
using Dashboard.Infrastructure.Background;
using Dashboard.UnitTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dashboard.UnitTests.Changes;

public sealed class MeasuresTests
{
    [Fact]
    public async Task Every_figure_of_the_page_is_a_metric()
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var rig = await Moves.StartAsync(clock);
        await rig.MoveAsync(rig.Open(0), "COMPLETED");
        await rig.MoveAsync(rig.Open(1), "COMPLETED");
        await using (var db = rig.Hub.Open())
        {
            await db.SyncStates.ExecuteUpdateAsync(set => set.SetProperty(s => s.LastHintAt, clock.GetUtcNow()));
        }

        clock.Advance(TimeSpan.FromSeconds(7));
        var health = new LoopHealth(clock);
        health.Failed("sending", new InvalidOperationException());
        using var measures = new Measures(health);
        var measure = rig.Hub.Get<MeasureWorkspace>();
        using var loop = new MeasuringLoop(measure, measures, rig.Hub.Get<IDashboardDbs>(), NullLogger<MeasuringLoop>.Instance, clock);
        await loop.TurnAsync(CancellationToken.None);

        var told = Read(measures);
        Assert.Equal((2, 0, 7, 7, 1), (told["tasklane.changes.depth"], told["tasklane.changes.need_somebody"], told["tasklane.changes.oldest_age"], told["tasklane.sync.lag"], told["tasklane.loops.failing"]));
        Assert.Equal(7, told["tasklane.webhooks.silence"]);
        Assert.True(told["tasklane.hubspot.calls_left"] > 0);

        measures.Keep([]);
        Assert.Equal(0, Read(measures)["tasklane.changes.depth"]);
    }

    private static Dictionary<string, double> Read(Measures measures)
    {
        var told = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (measures.Owns(instrument))
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => told[instrument.Name] = Math.Round(value));
        listener.Start();
        listener.RecordObservableInstruments();
        return told;
    }
}
