using Dashboard.Application.Changes;
using Dashboard.Application.Changes.Wants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Infrastructure.Persistence.Mapping;

internal sealed class ChangeMapping : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("Changes").HasKey(c => c.Sequence);
        builder.Property(c => c.Sequence).ValueGeneratedOnAdd();
        builder.Property(c => c.CorrelationId).HasMaxLength(200);
        builder.HasIndex(c => c.Id).IsUnique();
        builder.HasIndex(c => new { c.WorkspaceId, c.State, c.Sequence });
        builder.HasIndex(c => new { c.WorkspaceId, c.TaskId, c.Sequence });
        builder.HasIndex(c => new { c.WorkspaceId, c.BatchId, c.State });
        builder.HasIndex(c => new { c.WorkspaceId, c.ProvisionalId });
        builder.Property(c => c.Wants).HasMaxLength(1100);
        builder.HasIndex(c => new { c.WorkspaceId, c.SeenVersion }).HasFilter("SeenVersion IS NOT NULL");
    }
}

internal sealed class LearnedRuleMapping : IEntityTypeConfiguration<LearnedRule>
{
    public void Configure(EntityTypeBuilder<LearnedRule> builder)
    {
        builder.ToTable("LearnedRules").HasKey(r => new { r.WorkspaceId, r.Property, r.Value, r.Needs });
        builder.Property(r => r.Property).HasMaxLength(100);
        builder.Property(r => r.Value).HasMaxLength(200);
        builder.Property(r => r.Needs).HasMaxLength(100);
    }
}
