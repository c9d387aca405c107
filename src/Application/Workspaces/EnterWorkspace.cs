using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Application.Workspaces;

/// <summary>
/// Makes the actor of a signed-in person in the workspace an address names. The membership table alone decides;
/// a workspace one does not belong to looks like one that does not exist.
/// </summary>
public sealed class EnterWorkspace(IDashboardDbs databases)
{
    public async Task<Result<WorkspaceEntry>> RunAsync(Person person, string slug, CancellationToken ct)
    {
        await using var db = databases.OpenDirectory();
        var found = await db.Members.AsNoTracking()
            .Where(member => member.PersonId == person.Id)
            .Join(db.Workspaces.Where(w => w.Slug == slug), member => member.WorkspaceId, workspace => workspace.Id, (member, workspace) => new { member, workspace })
            .SingleOrDefaultAsync(ct);

        return found is null
            ? new Failure.NotFound("This workspace")
            : new WorkspaceEntry(found.workspace, new Actor(found.workspace.Id, person.Id, person.Name, found.member.Role, found.member.OwnerId));
    }
}

/// <summary>A workspace and who one is in it.</summary>
public sealed record WorkspaceEntry(Workspace Workspace, Actor Actor);
