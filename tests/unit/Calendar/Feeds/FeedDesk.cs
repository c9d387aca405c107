using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Board;
using Dashboard.Web.Shell.Addresses;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.UnitTests.Calendar.Feeds;

/// <summary>A desk with members who have calendar feeds.</summary>
internal sealed class FeedDesk(Desk desk) : IAsyncDisposable
{
    public const string Board = "https://tasklane.example.com/w/acme/board";

    public static readonly FeedToMake Mine = new("My tasks", null, "owner=me", FeedKind.Event, 30, null, false, "Europe/Berlin");

    public Desk Desk => desk;

    /// <summary>A member whose owner in the portal is <see cref="Desk.Me"/>.</summary>
    public required Actor Aiko { get; init; }

    public CreateFeed Create => new(desk.Databases, desk.Clock);

    public RenewFeed Renew => new(desk.Databases, desk.Clock);

    public RevokeFeed Revoke => new(desk.Databases, desk.Clock);

    public ListFeeds List => new(desk.Databases);

    public static async Task<FeedDesk> NewAsync(Role role = Role.Member)
    {
        var desk = await Desk.NewAsync();
        await using (var directory = desk.Databases.OpenDirectory())
        {
            directory.Workspaces.Add(new Workspace { Id = desk.Workspace, Slug = "acme", Name = "Acme", CreatedAt = Desk.Now });
            await directory.SaveChangesAsync();
        }

        return new FeedDesk(desk) { Aiko = await JoinAsync(desk, "Aiko Tanaka", role, Desk.Me) };
    }

    public Task<Actor> JoinAsync(string name, Role role, long? owner = null) => JoinAsync(desk, name, role, owner);

    public async Task JoinAgainAsync(Actor actor)
    {
        await using var directory = desk.Databases.OpenDirectory();
        directory.Members.Add(new Member { WorkspaceId = desk.Workspace, PersonId = actor.PersonId, Role = actor.Role, JoinedAt = desk.Clock.GetUtcNow(), OwnerId = actor.OwnerId });
        await directory.SaveChangesAsync();
    }

    public async Task RemoveAsync(Actor actor)
    {
        await using var directory = desk.Databases.OpenDirectory();
        await directory.Members.Where(m => m.PersonId == actor.PersonId).ExecuteDeleteAsync();
    }

    /// <returns>The secret.</returns>
    public async Task<string> MakeAsync(FeedToMake? wanted = null, Actor? actor = null) => (await Create.RunAsync(actor ?? Aiko, wanted ?? Mine, default)).Value.Secret;

    public Task<Result<FoundFeed>> FindAsync(string secret, string? program = null) => new FindFeed(desk.Databases, desk.Clock).RunAsync(secret, program, default);

    public async Task<string> ReadAsync(string secret)
    {
        var found = (await FindAsync(secret)).Value;
        return await new ReadFeed(desk.Databases, desk.Clock).RunAsync(found.Actor, found, BoardAddress.Read($"http://x/?{found.Query}"), Board, default);
    }

    /// <summary>Makes a feed and reads it.</summary>
    public async Task<IcsFile> ShowAsync(FeedToMake? wanted = null) => IcsFile.Read(await ReadAsync(await MakeAsync(wanted)));

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    private static async Task<Actor> JoinAsync(Desk desk, string name, Role role, long? owner)
    {
        var person = Guid.NewGuid();
        await using var directory = desk.Databases.OpenDirectory();
        directory.People.Add(new Person { Id = person, Issuer = "https://idp.example", Subject = person.ToString(), Name = name });
        directory.Members.Add(new Member { WorkspaceId = desk.Workspace, PersonId = person, Role = role, JoinedAt = desk.Clock.GetUtcNow(), OwnerId = owner });
        await directory.SaveChangesAsync();
        return new Actor(desk.Workspace, person, name, role, owner);
    }
}
