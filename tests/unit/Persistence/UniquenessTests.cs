using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Changes;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Application.Workspaces;
using Dashboard.Infrastructure.Persistence;
using Dashboard.Infrastructure.Persistence.Keys;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Persistence;

public sealed class UniquenessTests
{
    private static readonly WorkspaceId Ours = WorkspaceId.New();

    [Theory, EveryEngine]
    public async Task What_must_be_there_once_is_refused_the_second_time(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);
        var change = Guid.NewGuid();
        Func<object>[] pairs =
        [
            () => new Person { Id = Guid.NewGuid(), Issuer = "https://id.example", Subject = "s" },
            () => new Workspace { Id = WorkspaceId.New(), Slug = "team", Name = "Team", CreatedAt = default },
            () => new Invitation { Id = Guid.NewGuid(), WorkspaceId = Ours, TokenHash = "h", Role = Role.Member, InvitedBy = default, CreatedAt = default, ExpiresAt = default },
            () => new TaskFeed { WorkspaceId = Ours, Id = Guid.NewGuid(), PersonId = default, SecretHash = "h", CreatedAt = default },
            () => new PortalClaim { HubId = 7, WorkspaceId = WorkspaceId.New() },
            () => new ProtectionKey { Name = "key", Xml = "<x/>" },
            () => new Change { WorkspaceId = Ours, Id = change, TaskId = 1, PersonId = default, Kind = ChangeKind.Update, Fields = "{}", AcceptedAt = default },
        ];

        foreach (var make in pairs)
        {
            await using var first = database.Open(Ours);
            first.Add(make());
            await first.SaveChangesAsync();

            await using var second = database.Open(Ours);
            second.Add(make());
            await Assert.ThrowsAsync<DbUpdateException>(() => second.SaveChangesAsync());
        }
    }

    [Theory, EveryEngine]
    public async Task One_workspace_claims_one_portal(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);
        await using var db = database.Open(Ours);
        db.AddRange(new PortalClaim { HubId = 1, WorkspaceId = Ours }, new PortalClaim { HubId = 2, WorkspaceId = Ours });
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Theory, EveryEngine]
    public async Task Subjects_that_differ_in_case_are_two_people(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);
        await using var db = database.Open(Ours);
        db.AddRange(
            new Person { Id = Guid.NewGuid(), Issuer = "https://id.example", Subject = "abc" },
            new Person { Id = Guid.NewGuid(), Issuer = "https://id.example", Subject = "ABC" });
        Assert.Equal(2, await db.SaveChangesAsync());
        Assert.Equal("abc", (await db.People.SingleAsync(person => person.Subject == "abc")).Subject);
    }
}
