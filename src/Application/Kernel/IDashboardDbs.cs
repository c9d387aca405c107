namespace Dashboard.Application.Kernel;

/// <summary>Opens databases. There is no way to open a workspace's rows without naming the workspace.</summary>
public interface IDashboardDbs
{
    /// <exception cref="ArgumentException">The id is empty.</exception>
    IDashboardDb Open(WorkspaceId workspace);

    /// <summary>What is not inside a workspace: people, sessions, workspaces and who belongs to them.</summary>
    IDirectoryDb OpenDirectory();
}
