namespace Dashboard.Application.Workspaces;

/// <summary>What a member may do; each role includes those before it.</summary>
public enum Role
{
    /// <summary>Reads; no handles, no writes.</summary>
    Viewer = 0,

    /// <summary>Works tasks.</summary>
    Member = 1,

    /// <summary>Works tasks of the whole team and shares views.</summary>
    Manager = 2,

    /// <summary>Connects HubSpot, invites and removes members.</summary>
    Admin = 3,

    /// <summary>Everything, and the workspace itself. There is always one.</summary>
    Owner = 4,
}
