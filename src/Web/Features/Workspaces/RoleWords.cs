using Dashboard.Application.Workspaces;

namespace Dashboard.Web.Features.Workspaces;

/// <summary>Roles as people read them.</summary>
public static class RoleWords
{
    public static string Name(Role role) => role.ToString();

    public static string Allows(Role role) => role switch
    {
        Role.Owner => "everything, also making other owners",
        Role.Admin => "connects HubSpot, invites and removes people",
        Role.Manager => "works the whole team's tasks and shares views",
        Role.Member => "works tasks",
        _ => "looks, changes nothing",
    };

    /// <summary>Roles somebody may give away, the least powerful first.</summary>
    public static IEnumerable<Role> UpTo(Role own) => Enum.GetValues<Role>().Where(role => role <= own).Order();
}
