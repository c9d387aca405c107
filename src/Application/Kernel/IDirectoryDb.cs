using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Connections;
using Dashboard.Application.People;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Replicas;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Dashboard.Application.Kernel;

/// <summary>People and where they belong: the rows that are needed before a workspace is known.</summary>
public interface IDirectoryDb : IAsyncDisposable
{
    DbSet<Person> People { get; }

    DbSet<PersonSettings> PersonSettings { get; }

    DbSet<DayOff> DaysOff { get; }

    DbSet<Session> Sessions { get; }

    DbSet<SignInAttempt> SignInAttempts { get; }

    DbSet<Workspace> Workspaces { get; }

    DbSet<Member> Members { get; }

    DbSet<Invitation> Invitations { get; }

    /// <summary>Calendar feeds of all workspaces, for whoever comes with a secret and nothing else.</summary>
    IQueryable<TaskFeed> FeedsEverywhere { get; }

    DbSet<PortalClaim> PortalClaims { get; }

    DbSet<ConnectAttempt> ConnectAttempts { get; }

    DbSet<LiveReplica> Replicas { get; }

    /// <summary>Signals between replicas.</summary>
    DbSet<FeedEntry> Feed { get; }

    DatabaseFacade Database { get; }

    /// <exception cref="NotSavedException">The storage is busy, full or read-only; nothing was stored.</exception>
    Task<int> SaveChangesAsync(CancellationToken ct = default);
}
