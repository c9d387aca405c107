using Dashboard.Sandbox.World.Records;

namespace Dashboard.Sandbox.World.Seed;

public static class Team
{
    /// <summary>An owner who left; old tasks still name them.</summary>
    public const long Departed = 60_188_209;

    public static readonly Owner[] Northwind =
    [
        new(60_188_201, 9_001_001, "maya.okafor@northwind.example", "Maya", "Okafor", "PERSON", false, "Management"),
        new(60_188_202, 9_001_002, "daniel.reyes@northwind.example", "Daniel", "Reyes", "PERSON", false, "Mid-market"),
        new(60_188_203, 9_001_003, "aiko.tanaka@northwind.example", "Aiko", "Tanaka", "PERSON", false, "Mid-market"),
        new(60_188_204, 9_001_004, "ben.fischer@northwind.example", "Ben", "Fischer", "PERSON", false, "Operations"),
        new(60_188_205, 9_001_005, "priya.nair@northwind.example", "Priya", "Nair", "PERSON", false, "Enterprise"),
        new(60_188_206, 9_001_006, "lucas.moreau@northwind.example", "Lucas", "Moreau", "PERSON", false, "Enterprise"),
        new(60_188_207, 9_001_007, "sofia.lindqvist@northwind.example", "Sofia", "Lindqvist", "PERSON", false, "Enterprise"),
        new(60_188_208, 9_001_008, "omar.haddad@northwind.example", "عمر Omar", "Haddad", "PERSON", false, "Mid-market"),
        new(Departed, 9_001_009, "grace.whitfield@northwind.example", "Grace", "Whitfield", "PERSON", true, null),
        new(60_188_210, null, null, "Inbound", "Queue", "QUEUE", false, null),
    ];

    public static readonly Owner[] Southbank =
    [
        new(71_300_101, 9_002_001, "maya.okafor@northwind.example", "Maya", "Okafor", "PERSON", false, null),
        new(71_300_102, 9_002_002, "ruth.adeyemi@southbank.example", "Ruth", "Adeyemi", "PERSON", false, null),
        new(71_300_103, 9_002_003, "tomas.vrba@southbank.example", "Tomas", "Vrba", "PERSON", true, null),
    ];
}
