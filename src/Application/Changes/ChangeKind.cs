namespace Dashboard.Application.Changes;

/// <summary>What kind of intent.</summary>
public enum ChangeKind
{
    /// <summary>Fields of a task.</summary>
    Update = 0,

    /// <summary>A new task, with its associations.</summary>
    Create = 1,

    /// <summary>A task to HubSpot's recycling bin.</summary>
    Delete = 2,

    /// <summary>An association of a task with a record.</summary>
    Link = 3,

    /// <summary>An association of a task with a record, taken away.</summary>
    Unlink = 4,

    /// <summary>The one pinned task of a record: set, replaced or taken away.</summary>
    Pin = 5,

    /// <summary>The labels of an association.</summary>
    Label = 6,
}
