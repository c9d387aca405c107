using System.Globalization;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.Sync;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Connections;

/// <summary>Portal, permissions, first reading, queue. Everything comes from the database, so a reload loses nothing; the feed keeps it moving.</summary>
public sealed partial class ConnectionPage(ConnectionActions actions, ConnectOutcome outcomes, IWorkspaceFeed feed, NavigationManager navigation, TimeProvider clock)
    : IDisposable
{
    /// <summary>While reading: for figures that follow the clock, and for signals of another replica.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>Looks between two readings of a page on which nothing is under way but the clock.</summary>
    private const int QuietLooks = 5;

    private readonly PeriodicTimer ticks = new(LookAgain, clock);
    private ConnectionSeen? seen;
    private string? sentence;
    private bool good, readDue, reading;
    private IDisposable? listening;

    [Parameter]
    public string Slug { get; set; } = "";

    [SupplyParameterFromQuery(Name = "outcome")]
    public string? Outcome { get; set; }

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    private bool IsReading => seen?.View?.Sync is { Phase: not SyncPhase.Live } || seen?.Freshness?.Asked is { FinishedAt: null };

    public void Dispose()
    {
        listening?.Dispose();
        ticks.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        (sentence, good) = (outcomes.Read(Outcome), false);
        return ReadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            listening = feed.Subscribe(Workspace.Actor.Workspace, signal =>
            {
                if (signal is WorkspaceSignal.SyncProgressed or WorkspaceSignal.ConnectionChanged)
                {
                    _ = InvokeAsync(ReadAndShowAsync);
                }
            });
            _ = TickAsync();
        }
    }

    private async Task TickAsync()
    {
        for (var look = 1; await ticks.WaitForNextTickAsync(); look++)
        {
            if (IsReading || look % QuietLooks == 0)
            {
                await InvokeAsync(ReadAndShowAsync);
            }
        }
    }

    /// <summary>Signals that come while one is being answered are answered together.</summary>
    private async Task ReadAndShowAsync()
    {
        readDue = true;
        if (reading)
        {
            return;
        }

        reading = true;
        while (readDue)
        {
            readDue = false;
            await ReadAsync();
            StateHasChanged();
        }

        reading = false;
    }

    private async Task ReadAsync()
    {
        var read = await actions.ShowAsync(Slug, CancellationToken.None);
        if (read.Ok)
        {
            seen = read.Value;
        }
        else
        {
            navigation.NavigateTo("/workspaces?choose");
        }
    }

    private async Task DisconnectAsync()
    {
        var done = await actions.DisconnectAsync(Slug, CancellationToken.None);
        (sentence, good) = done.Ok ? (done.Value.Sentence, done.Value.RevokedAtHubSpot) : (done.Failure.Sentence, false);
        await ReadAsync();
    }

    private async Task VerifyAsync() => await AfterAsync((await actions.VerifyAsync(Slug, CancellationToken.None)).Failure);

    private async Task<Failure?> AddOperationIdsAsync()
    {
        var added = await actions.AddOperationIdsAsync(Slug, CancellationToken.None);
        await ReadAndShowAsync();
        return added.Failure;
    }

    private async Task RetryHintsAsync() => await AfterAsync((await actions.RetryHintsAsync(Slug, CancellationToken.None)).Failure);

    private Task AfterAsync(Failure? failure)
    {
        (sentence, good) = (failure?.Sentence, false);
        return ReadAsync();
    }

    private void Say(string problem) => (sentence, good) = (problem, false);

    private void Dismiss()
    {
        sentence = null;
        if (Outcome is not null)
        {
            navigation.NavigateTo(Workspace.Path("settings/connection"), replace: true);
        }
    }

    private static string Warning(ConnectionView view) => view.WaitingChanges == 0
        ? "Disconnect? The copies here are deleted; HubSpot keeps its tasks."
        : string.Create(CultureInfo.InvariantCulture, $"Disconnect? Changes that HubSpot does not have yet and that will be lost: {view.WaitingChanges:N0}.");
}
