using Dashboard.Application.Connections;
using Dashboard.Application.Records;
using Dashboard.Application.Sync;
using Dashboard.Application.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Infrastructure.Persistence.Mapping;

internal sealed class CrmRecordMapping : IEntityTypeConfiguration<CrmRecord>
{
    public void Configure(EntityTypeBuilder<CrmRecord> builder)
    {
        builder.ToTable("Records").HasKey(r => new { r.WorkspaceId, r.ObjectType, r.Id });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.ObjectType).HasMaxLength(40);
        builder.Property(r => r.TimeZone).HasMaxLength(TaskProperty.LongestPlace);
        builder.Property(r => r.Country).HasMaxLength(TaskProperty.LongestPlace);
        builder.HasIndex(r => new { r.WorkspaceId, r.PinnedTaskId });
        builder.HasIndex(r => new { r.WorkspaceId, r.ObjectType, r.IsClosed, r.PinnedTaskId });
    }
}

internal sealed class OwnerMapping : IEntityTypeConfiguration<Owner>
{
    public void Configure(EntityTypeBuilder<Owner> builder)
    {
        builder.ToTable("Owners").HasKey(o => new { o.WorkspaceId, o.Id });
        builder.Property(o => o.Id).ValueGeneratedNever();
    }
}

internal sealed class PropertyOptionMapping : IEntityTypeConfiguration<PropertyOption>
{
    public void Configure(EntityTypeBuilder<PropertyOption> builder)
    {
        builder.ToTable("PropertyOptions").HasKey(o => new { o.WorkspaceId, o.Property, o.Value });
        builder.Property(o => o.Property).HasMaxLength(100);
        builder.Property(o => o.Value).HasMaxLength(200);
    }
}

internal sealed class SyncStateMapping : IEntityTypeConfiguration<SyncState>
{
    public void Configure(EntityTypeBuilder<SyncState> builder) =>
        builder.ToTable("SyncStates").HasKey(s => s.WorkspaceId);
}

internal sealed class HubSpotConnectionMapping : IEntityTypeConfiguration<HubSpotConnection>
{
    public void Configure(EntityTypeBuilder<HubSpotConnection> builder) =>
        builder.ToTable("Connections").HasKey(c => c.WorkspaceId);
}

internal sealed class PortalClaimMapping : IEntityTypeConfiguration<PortalClaim>
{
    public void Configure(EntityTypeBuilder<PortalClaim> builder)
    {
        builder.ToTable("PortalClaims").HasKey(c => c.HubId);
        builder.Property(c => c.HubId).ValueGeneratedNever();
        builder.HasIndex(c => c.WorkspaceId).IsUnique();
    }
}

internal sealed class ConnectAttemptMapping : IEntityTypeConfiguration<ConnectAttempt>
{
    public void Configure(EntityTypeBuilder<ConnectAttempt> builder)
    {
        builder.ToTable("ConnectAttempts").HasKey(a => a.Id);
        builder.Property(a => a.Id).HasMaxLength(64);
        builder.Property(a => a.SessionHash).HasMaxLength(64);
        builder.HasIndex(a => a.ExpiresAt);
    }
}
