using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Workspaces;

/// <summary>The workspaces a person belongs to, by name.</summary>
public sealed class ListWorkspaces(IDashboardDbs databases)
{
    public async Task<IReadOnlyList<WorkspaceChoice>> RunAsync(Person person, CancellationToken ct)
    {
        await using var db = databases.OpenDirectory();
        return await db.Members.AsNoTracking()
            .Where(member => member.PersonId == person.Id)
            .Join(db.Workspaces, member => member.WorkspaceId, workspace => workspace.Id, (member, workspace) => new { member.Role, workspace })
            .OrderBy(found => found.workspace.Name).ThenBy(found => found.workspace.Slug)
            .Select(found => new WorkspaceChoice(found.workspace.Id, found.workspace.Slug, found.workspace.Name, found.Role))
            .ToListAsync(ct);
    }
}

/// <summary>A workspace one may enter, and as what.</summary>
public sealed record WorkspaceChoice(WorkspaceId Id, string Slug, string Name, Role Role);
