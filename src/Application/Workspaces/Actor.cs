using Dashboard.Application.Kernel;

namespace Dashboard.Application.Workspaces;

/// <summary>
/// The member on whose behalf a use case runs: first argument of each. Made from the session and the membership table,
/// never from anything the browser says.
/// </summary>
/// <param name="OwnerId">The person's owner id in the connected portal, when one has their verified e-mail address.</param>
public sealed record Actor(WorkspaceId Workspace, Guid PersonId, string Name, Role Role, long? OwnerId = null)
{
    public bool MayWorkTasks => Role >= Role.Member;

    public bool MayAdminister => Role >= Role.Admin;

    /// <summary>Null when the role is enough.</summary>
    public Failure? Lacks(Role needed, string action) =>
        Role >= needed ? null : new Failure.Forbidden(action, needed switch
        {
            Role.Owner => "the owner",
            Role.Admin => "an admin",
            Role.Manager => "a manager",
            _ => "an admin",
        });
}
