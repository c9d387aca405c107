using Dashboard.Application.Changes.Settling;
using Dashboard.Application.Kernel;

namespace Dashboard.Application.Changes.Sending;

/// <summary>Sends changes each by itself and settles each with the answer it got, until HubSpot is to be left alone for this turn.</summary>
public sealed class OneByOne(SettleChange waiting)
{
    /// <param name="send">Asks HubSpot for one change.</param>
    /// <param name="done">Settles one it took.</param>
    /// <param name="refuse">Settles one it will not take.</param>
    /// <returns>False when HubSpot is in no state to take changes now: the rest waits.</returns>
    public async Task<bool> RunAsync<T>(
        WorkspaceId workspace, IReadOnlyList<Change> changes, Func<Change, Task<Result<T>>> send, Func<Change, T, Task> done, Func<Change, Failure, Task> refuse, CancellationToken ct)
    {
        var patience = new Patience();
        foreach (var change in changes)
        {
            var answer = await send(change);
            if (answer.Ok)
            {
                await done(change, answer.Value);
                patience.Answered();
            }
            else if (Patience.IsRefusal(answer.Failure))
            {
                await refuse(change, answer.Failure);
                patience.Answered();
            }
            else
            {
                await waiting.WaitAsync(workspace, [change], answer.Failure, ct);
                if (patience.EndsWith(answer.Failure))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
