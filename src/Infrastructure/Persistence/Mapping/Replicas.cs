using Dashboard.Application.Replicas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Infrastructure.Persistence.Mapping;

internal sealed class LiveReplicaMapping : IEntityTypeConfiguration<LiveReplica>
{
    public void Configure(EntityTypeBuilder<LiveReplica> builder)
    {
        builder.ToTable("Replicas").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Machine).HasMaxLength(255);
    }
}

internal sealed class LeaseMapping : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.ToTable("Leases").HasKey(l => new { l.WorkspaceId, l.Name });
        builder.Property(l => l.Name).HasMaxLength(20);
    }
}

internal sealed class FeedEntryMapping : IEntityTypeConfiguration<FeedEntry>
{
    public void Configure(EntityTypeBuilder<FeedEntry> builder)
    {
        builder.ToTable("Feed").HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedOnAdd();
        builder.Property(e => e.Kind).HasMaxLength(60);
    }
}
