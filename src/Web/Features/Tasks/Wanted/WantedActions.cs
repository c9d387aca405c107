using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Wants;
using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Tasks.Wanted;

/// <summary>What the form of missing fields can ask for, each time as the member the session says it is now.</summary>
public sealed class WantedActions(CurrentMember member, ShowWants show, AnswerWants answer, DropChange drop)
{
    public Task<Result<WantedSight>> ShowAsync(string slug, Guid id, CancellationToken ct) => member.RunAsync(slug, actor => show.RunAsync(actor, id, ct), ct);

    public Task<Result<int>> AnswerAsync(string slug, Guid id, IReadOnlyDictionary<string, string?> values, OwnTime own) =>
        member.RunAsync(slug, actor => answer.RunAsync(actor, id, values, own, CancellationToken.None));

    /// <summary>Lets go of a change, or of all that waits of a run.</summary>
    public Task<Result<Done>> LetBeAsync(string slug, WantedSight what) => member.RunAsync<Done>(
        slug,
        async actor =>
        {
            foreach (var change in what.Changes)
            {
                await drop.RunAsync(actor, change, CancellationToken.None);
            }

            return Done.Value;
        });
}
