using Dashboard.Application.Board;
using Dashboard.Application.Board.Moving;
using Dashboard.Application.People.Settings;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Cards;

/// <summary>A page of cards as the hand that moves them needs it.</summary>
public sealed record CardPage
{
    public required WorkspaceView Workspace { get; init; }

    /// <summary>Whose time a drop is reckoned in.</summary>
    public required OwnTime Own { get; init; }

    /// <summary>The element that holds all drop zones.</summary>
    public required ElementReference Root { get; init; }

    /// <summary>Runs on the page's own line.</summary>
    public required Func<Func<Task>, Task> Invoke { get; init; }

    /// <summary>Reads the page anew, without drawing.</summary>
    public required Func<Task> Read { get; init; }

    public required Action Draw { get; init; }

    /// <summary>All cards that are shown.</summary>
    public required Func<IEnumerable<Card>> Cards { get; init; }

    /// <summary>HubSpot is being read for the first time: signals never stop.</summary>
    public required Func<bool> IsReading { get; init; }

    /// <summary>What the person's own settings make of a drop, before it is stored.</summary>
    public Func<TaskMove, TaskMove> Before { get; init; } = move => move;

    /// <summary>Told of what was stored.</summary>
    public Action<IReadOnlyList<TaskMove>> After { get; init; } = _ => { };

    /// <summary>Cards have no room for HubSpot's reason: the page says it.</summary>
    public bool IsNarrow { get; init; }

    /// <summary>A zone was scrolled to another part: its name, cards above, cards wanted. Null where zones are shown whole.</summary>
    public Func<string, int, int, Task>? ShowWindow { get; init; }
}
