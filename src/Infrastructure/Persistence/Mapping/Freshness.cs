using Dashboard.Application.Sync.Checks;
using Dashboard.Application.Sync.Hints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Infrastructure.Persistence.Mapping;

internal sealed class WebhookHintMapping : IEntityTypeConfiguration<WebhookHint>
{
    public void Configure(EntityTypeBuilder<WebhookHint> builder)
    {
        builder.ToTable("WebhookHints").HasKey(h => h.Sequence);
        builder.Property(h => h.Sequence).ValueGeneratedOnAdd();
        builder.Property(h => h.ObjectType).HasMaxLength(40);
        builder.Property(h => h.Hash).HasMaxLength(64);
        builder.Property(h => h.Trouble).HasMaxLength(400);
        builder.HasIndex(h => new { h.WorkspaceId, h.Hash }).IsUnique();
        builder.HasIndex(h => new { h.WorkspaceId, h.ParkedAt, h.Sequence });
    }
}

internal sealed class QuarantinedTaskMapping : IEntityTypeConfiguration<QuarantinedTask>
{
    public void Configure(EntityTypeBuilder<QuarantinedTask> builder)
    {
        builder.ToTable("Quarantine").HasKey(q => new { q.WorkspaceId, q.TaskId });
        builder.Property(q => q.TaskId).ValueGeneratedNever();
        builder.Property(q => q.Reason).HasMaxLength(200);
    }
}

internal sealed class IndexCheckMapping : IEntityTypeConfiguration<IndexCheck>
{
    public void Configure(EntityTypeBuilder<IndexCheck> builder)
    {
        builder.ToTable("IndexChecks").HasKey(c => new { c.WorkspaceId, c.Kind });
        builder.Property(c => c.Kind).ValueGeneratedNever();
        builder.Property(c => c.AskedBy).HasMaxLength(200);
    }
}
