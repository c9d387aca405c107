namespace Dashboard.Infrastructure.Persistence.Keys;

/// <summary>A key of ASP.NET's data protection ring, shared by all replicas.</summary>
public sealed class ProtectionKey
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
