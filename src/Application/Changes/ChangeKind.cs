namespace Dashboard.Application.Changes;

/// <summary>What kind of intent.</summary>
public enum ChangeKind
{
    /// <summary>Fields of a task.</summary>
    Update = 0,
}
