using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Kernel;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Feeds;

/// <summary>What the page of calendar feeds can ask for, each time as the member the session says it is now.</summary>
public sealed class FeedActions(CurrentMember member, ListFeeds list, CreateFeed create, RenewFeed renew, RevokeFeed revoke)
{
    public Task<Result<FeedList>> ListAsync(string slug, CancellationToken ct) => member.RunAsync(slug, actor => list.RunAsync(actor, ct), ct);

    public Task<Result<NewFeed>> CreateAsync(string slug, FeedToMake wanted, CancellationToken ct) => member.RunAsync(slug, actor => create.RunAsync(actor, wanted, ct), ct);

    public Task<Result<NewFeed>> RenewAsync(string slug, Guid feed, CancellationToken ct) => member.RunAsync(slug, actor => renew.RunAsync(actor, feed, ct), ct);

    public Task<Result<Done>> RevokeAsync(string slug, Guid feed, CancellationToken ct) => member.RunAsync(slug, actor => revoke.RunAsync(actor, feed, ct), ct);
}
