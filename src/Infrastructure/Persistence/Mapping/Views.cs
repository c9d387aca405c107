using Dashboard.Application.Board.Views;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Infrastructure.Persistence.Mapping;

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews").HasKey(v => v.Id);
        builder.Property(v => v.Layout).HasMaxLength(SavedView.LongestLayout);
        builder.Property(v => v.Name).HasMaxLength(SavedView.LongestName);
        builder.Property(v => v.Query).HasMaxLength(SavedView.LongestQuery);
        builder.HasIndex(v => new { v.WorkspaceId, v.Layout, v.PersonId });
    }
}

internal sealed class DefaultViewMapping : IEntityTypeConfiguration<DefaultView>
{
    public void Configure(EntityTypeBuilder<DefaultView> builder)
    {
        builder.ToTable("DefaultViews").HasKey(d => new { d.WorkspaceId, d.PersonId, d.Layout });
        builder.Property(d => d.Layout).HasMaxLength(SavedView.LongestLayout);
        builder.HasIndex(d => new { d.WorkspaceId, d.ViewId });
    }
}
