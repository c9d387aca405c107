using Dashboard.Application.Calendar.Load;
using Dashboard.Web.Cards;
using Dashboard.Web.Shell.Addresses;

namespace Dashboard.Web.Features.Calendar;

/// <summary>Overdue tasks dealt out over the next working days: all that the tray holds, or the selected ones, which the address says.</summary>
public sealed partial class CalendarPage
{
    private bool spreads;
    private bool followed;
    private int spreadDays = 5;
    private IReadOnlyList<long> spreading = [];
    private Spread? proposal;
    private string? whyNoSpread;

    private Task BeginSpreadAsync()
    {
        (spreads, spreading) = (true, []);
        return ProposeAsync(spreadDays);
    }

    /// <summary>What is selected is known to the page's script alone: the dialog opens once that has come up, after a reload too.</summary>
    private async Task FollowSpreadAsync()
    {
        var asked = CalendarAddress.SpreadsChosen(navigation.Uri) && Workspace.Actor.MayWorkTasks;
        if (asked == followed || !hand.IsAttached)
        {
            return;
        }

        followed = asked;
        if (asked && await hand.ChosenAsync() is { Count: > 0 } chosen)
        {
            spreading = chosen;
            await ProposeAsync(spreadDays);
        }

        spreads = asked && spreading.Count > 0;
        StateHasChanged();
    }

    private async Task ProposeAsync(int days)
    {
        spreadDays = Math.Clamp(days, 1, ProposeSpread.MostDays);
        var proposed = await actions.ProposeAsync(Slug, query!.Filter, spreading, spreadDays, work, Viewer.Own(), closed.Token);
        proposal = proposed.Ok ? proposed.Value : null;
        whyNoSpread = proposed.Ok ? null : proposed.Failure.Sentence;
    }

    private async Task AcceptAsync(IReadOnlyList<SpreadTask> tasks)
    {
        CloseSpread();
        var gesture = Guid.CreateVersion7();
        var accepted = await actions.AcceptAsync(Slug, gesture, tasks, Viewer.Own());
        if (accepted is not { Ok: true, Value: { Changes.Count: > 0 } moved })
        {
            hand.Sentence = accepted.Ok ? "Somebody moved these tasks meanwhile. They stay where they are." : accepted.Failure.Sentence;
            await LoadAsync();
            return;
        }

        var days = tasks.Select(task => task.Day).Distinct().Count();
        var to = days == 1 ? sight!.Short(tasks[0].Day) : $"{days} working days";
        var text = moved.Changes.Count == 1 ? $"Moved to {to}" : $"Moved {moved.Changes.Count} tasks to {to}";
        var left = moved.Left == 0 ? null : $"{moved.Left} of them {(moved.Left == 1 ? "was" : "were")} changed meanwhile and {(moved.Left == 1 ? "stays" : "stay")}.";
        await hand.MovedAsync(new UndoOffer(moved.Changes, tasks[0].Id, text, gesture), left, moved.Waits);
    }

    private void CloseSpread()
    {
        (spreads, proposal, spreading) = (false, null, []);
        if (CalendarAddress.SpreadsChosen(navigation.Uri))
        {
            navigation.NavigateTo(CalendarAddress.WithSpread(navigation.Uri, false), replace: true);
        }
    }
}
