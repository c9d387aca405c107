using System.Globalization;
using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Workspaces;

/// <summary>Makes a workspace; whoever makes it owns it.</summary>
public sealed class CreateWorkspace(IDashboardDbs databases, TimeProvider time)
{
    private const int Attempts = 20;

    public async Task<Result<Workspace>> RunAsync(Person person, string name, CancellationToken ct)
    {
        var parsed = WorkspaceName.Parse(name);
        if (!parsed.Ok)
        {
            return parsed.Failure;
        }

        var wanted = WorkspaceSlug.From(parsed.Value);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var slug = attempt == 1 ? wanted : string.Create(CultureInfo.InvariantCulture, $"{wanted}-{attempt}");
            if (await TryAsync(person, parsed.Value, slug, ct) is { } made)
            {
                return made;
            }
        }

        return new Failure.Invalid("name", "Many workspaces have this name already. Choose another one.");
    }

    private async Task<Workspace?> TryAsync(Person person, string name, string slug, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var workspace = new Workspace { Id = WorkspaceId.New(), Slug = slug, Name = name, CreatedAt = now };
        await using var db = databases.Open(workspace.Id);
        if (await IsTakenAsync(db, slug, ct))
        {
            return null;
        }

        db.Directory.Workspaces.Add(workspace);
        db.Directory.Members.Add(new Member { WorkspaceId = workspace.Id, PersonId = person.Id, Role = Role.Owner, JoinedAt = now });
        db.Audit.Add(new AuditEntry { WorkspaceId = workspace.Id, At = now, PersonId = person.Id, Action = "workspace.created", Subject = name });
        try
        {
            await db.SaveChangesAsync(ct);
            return workspace;
        }
        catch (DbUpdateException)
        {
            // Somebody took the address between the look and the save; anything else is a bug.
            if (!await IsTakenAsync(db, slug, ct))
            {
                throw;
            }

            return null;
        }
    }

    private static Task<bool> IsTakenAsync(IDashboardDb db, string slug, CancellationToken ct) => db.Directory.Workspaces.AnyAsync(w => w.Slug == slug, ct);
}
