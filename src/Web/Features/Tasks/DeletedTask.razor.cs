using Dashboard.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Tasks;

/// <summary>What stands in the drawer of a task that was deleted: the way back while there is one here, then the way back in HubSpot.</summary>
public sealed partial class DeletedTask(TimeProvider clock) : IDisposable
{
    private readonly Lifetime closed = new();
    private int left;

    [Parameter, EditorRequired]
    public DeletedView What { get; set; } = null!;

    [Parameter]
    public string? Sentence { get; set; }

    [Parameter]
    public EventCallback OnUndo { get; set; }

    public void Dispose()
    {
        closed.Cancel();
        closed.Dispose();
    }

    protected override void OnParametersSet() => Count();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = TickAsync();
        }
    }

    private void Count() => left = What.SendsAt is { } at ? Math.Max(0, (int)Math.Ceiling((at - clock.GetUtcNow()).TotalSeconds)) : 0;

    private async Task TickAsync()
    {
        try
        {
            while (left > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), clock, closed.Token);
                Count();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The drawer was closed, or the task brought back.
        }
    }
}
