using System.Linq.Expressions;
using Dashboard.Application.Changes;

namespace Dashboard.Application.Journal;

/// <summary>From what is stored to what a person sees, for one row and for a query.</summary>
public static class StandingOf
{
    /// <summary>Groups of the page, in its order: what needs somebody, what is on its way, what is in HubSpot.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<Standing>> Groups =
        [[Standing.Refused, Standing.Conflict, Standing.Undecided, Standing.Wanting], [Standing.Checking, Standing.Waiting, Standing.Saving], [Standing.Done]];

    /// <summary>Not settled, or settled in a way that needs somebody. Asked by the index of states, so each is named.</summary>
    public static readonly Expression<Func<Change, bool>> IsOpen = c => c.State == ChangeState.Waiting || c.State == ChangeState.Checking
        || c.State == ChangeState.Refused || c.State == ChangeState.Conflict || c.State == ChangeState.Undecided || c.State == ChangeState.Wanting;

    public static Standing Of(Change change, DateTimeOffset now) => change.State switch
    {
        ChangeState.Refused => Standing.Refused,
        ChangeState.Conflict => Standing.Conflict,
        ChangeState.Undecided => Standing.Undecided,
        ChangeState.Wanting => Standing.Wanting,
        ChangeState.Checking => Standing.Checking,
        ChangeState.Waiting => change.Attempts > 0 || change.NotBefore > now ? Standing.Waiting : Standing.Saving,
        _ => Standing.Done,
    };

    /// <summary>The rows of one group, by index.</summary>
    public static Expression<Func<Change, bool>> InGroup(int group) => group switch
    {
        0 => c => c.State == ChangeState.Refused || c.State == ChangeState.Conflict || c.State == ChangeState.Undecided || c.State == ChangeState.Wanting,
        1 => c => c.State == ChangeState.Checking || c.State == ChangeState.Waiting,
        _ => c => c.State == ChangeState.Done,
    };

    public static Expression<Func<Change, bool>> In(Standing standing, DateTimeOffset now) => standing switch
    {
        Standing.Refused => c => c.State == ChangeState.Refused,
        Standing.Conflict => c => c.State == ChangeState.Conflict,
        Standing.Undecided => c => c.State == ChangeState.Undecided,
        Standing.Wanting => c => c.State == ChangeState.Wanting,
        Standing.Checking => c => c.State == ChangeState.Checking,
        Standing.Waiting => c => c.State == ChangeState.Waiting && (c.Attempts > 0 || c.NotBefore > now),
        Standing.Saving => c => c.State == ChangeState.Waiting && c.Attempts == 0 && c.NotBefore <= now,
        _ => c => c.State == ChangeState.Done,
    };
}
