namespace Dashboard.Sandbox.IdentityProvider;

/// <summary>Somebody who can be picked on the demo sign-in page. The e-mail addresses are those of owners in the sandbox portal.</summary>
public sealed record DemoPerson(string Subject, string Name, string Email, string Part)
{
    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("maya-okafor", "Maya Okafor", "maya.okafor@northwind.example", "Owner: sets the workspace up and connects HubSpot"),
        new("daniel-reyes", "Daniel Reyes", "daniel.reyes@northwind.example", "Manager: works the whole team's tasks"),
        new("aiko-tanaka", "Aiko Tanaka", "aiko.tanaka@northwind.example", "Rep: works her own tasks"),
        new("ben-fischer", "Ben Fischer", "ben.fischer@northwind.example", "Viewer: looks, does not touch"),
    ];

    public string Initials => string.Concat(Name.Split(' ').Select(part => part[0]));
}
