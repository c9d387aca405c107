using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Application.Workspaces;
using Dashboard.Application.Workspaces.Invitations;
using Dashboard.Application.Workspaces.Members;
using Dashboard.Infrastructure.Background;
using Dashboard.UnitTests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.UnitTests.Workspaces;

/// <summary>People and their workspaces on a real database, with the use cases that act on them.</summary>
public sealed class Town(TestDatabase database) : IAsyncDisposable
{
    private int people;

    public TestDatabase Database { get; } = database;

    public StoppedClock Clock { get; } = new();

    public InProcessFeed Feed { get; } = new(NullLogger<InProcessFeed>.Instance);

    public CreateWorkspace Create => new(Database.Databases, Clock);

    public InviteMember Invite => new(Database.Databases, Feed, Clock);

    public AcceptInvitation Accept => new(Database.Databases, Feed, Clock);

    public PreviewInvitation Preview => new(Database.Databases, Clock);

    public WithdrawInvitation Withdraw => new(Database.Databases, Feed, Clock);

    public ListMembers List => new(Database.Databases, Clock);

    public ChangeRole Change => new(Database.Databases, Feed, Clock);

    public RemoveMember Remove => new(Database.Databases, Feed, Clock);

    public LeaveWorkspace Leave => new(Database.Databases, Feed, Clock);

    public static async Task<Town> NewAsync(Engine engine = Engine.Sqlite) => new(await TestDatabase.OnAsync(engine));

    public async Task<Person> PersonAsync(string name)
    {
        var person = new Person { Id = Guid.NewGuid(), Issuer = "https://id.example", Subject = $"s{Interlocked.Increment(ref people)}", Name = name };
        await using var db = Database.Databases.OpenEngine();
        db.People.Add(person);
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>A workspace of its own and its owner in it.</summary>
    public async Task<(Person Person, Actor Actor, Workspace Workspace)> FoundedAsync(string workspace = "Team", string owner = "Olga Owner")
    {
        var person = await PersonAsync(owner);
        var made = (await Create.RunAsync(person, workspace, default)).Value;
        return (person, await ActorAsync(person, made), made);
    }

    public async Task<(Person Person, Actor Actor)> JoinedAsync(Actor inviter, Workspace workspace, Role role, string name)
    {
        var person = await PersonAsync(name);
        var invitation = (await Invite.RunAsync(inviter, role, default)).Value;
        await Accept.RunAsync(person, invitation.Token, default);
        return (person, await ActorAsync(person, workspace));
    }

    public async Task<Actor> ActorAsync(Person person, Workspace workspace)
    {
        await using var db = Database.Databases.OpenDirectory();
        var member = await db.Members.AsNoTracking().SingleAsync(m => m.WorkspaceId == workspace.Id && m.PersonId == person.Id);
        return new Actor(workspace.Id, person.Id, person.Name, member.Role, member.OwnerId);
    }

    public async Task<string[]> AuditAsync(WorkspaceId workspace)
    {
        await using var db = Database.Databases.Open(workspace);
        return await db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToArrayAsync();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
